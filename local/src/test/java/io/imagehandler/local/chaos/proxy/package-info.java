/// A proxy that counts what passes and fails as it is told.
@NullMarked
package io.imagehandler.local.chaos.proxy;

import org.jspecify.annotations.NullMarked;

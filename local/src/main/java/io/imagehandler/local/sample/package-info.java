/// A picture for whoever has no photo at hand.
@NullMarked
package io.imagehandler.local.sample;

import org.jspecify.annotations.NullMarked;

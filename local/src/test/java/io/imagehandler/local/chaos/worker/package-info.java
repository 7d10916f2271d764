/// The rows of the worker.
@NullMarked
package io.imagehandler.local.chaos.worker;

import org.jspecify.annotations.NullMarked;

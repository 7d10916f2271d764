/// Sends the originals of a whole store through the worker again, because a style has changed.
@NullMarked
package io.imagehandler.worker.upkeep;

import org.jspecify.annotations.NullMarked;

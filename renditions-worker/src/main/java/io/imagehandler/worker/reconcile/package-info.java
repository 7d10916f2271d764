/// Holds what is stored of renditions against the originals, and has the worker look at whatever
/// does not fit.
@NullMarked
package io.imagehandler.worker.reconcile;

import org.jspecify.annotations.NullMarked;

/// Says whether the worker is well.
@NullMarked
package io.imagehandler.worker.health;

import org.jspecify.annotations.NullMarked;

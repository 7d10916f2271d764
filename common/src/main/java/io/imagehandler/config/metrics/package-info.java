/// Figures that both services give.
@NullMarked
package io.imagehandler.config.metrics;

import org.jspecify.annotations.NullMarked;

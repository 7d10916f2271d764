/// What is told of every request: one line of the log, and the metrics.
@NullMarked
package io.imagehandler.ondemand.observation;

import org.jspecify.annotations.NullMarked;

/// What is told of the work: figures, and a line for each pass.
@NullMarked
package io.imagehandler.worker.observation;

import org.jspecify.annotations.NullMarked;

/// What becomes of an upload whose pass fails.
@NullMarked
package io.imagehandler.worker.failure;

import org.jspecify.annotations.NullMarked;

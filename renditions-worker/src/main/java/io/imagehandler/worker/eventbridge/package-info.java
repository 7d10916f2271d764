/// EventBridge, as the way in which applications learn what became of their originals.
@NullMarked
package io.imagehandler.worker.eventbridge;

import org.jspecify.annotations.NullMarked;

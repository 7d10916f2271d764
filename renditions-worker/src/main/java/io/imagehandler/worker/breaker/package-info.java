/// Knows which of the services that we use are away, so that no message is received for nothing.
@NullMarked
package io.imagehandler.worker.breaker;

import org.jspecify.annotations.NullMarked;

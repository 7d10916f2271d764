/// Where messages end that cannot be worked on.
@NullMarked
package io.imagehandler.worker.deadletter;

import org.jspecify.annotations.NullMarked;

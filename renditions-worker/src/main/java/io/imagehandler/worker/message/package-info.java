/// What a bucket says through a queue of what became of its objects.
@NullMarked
package io.imagehandler.worker.message;

import org.jspecify.annotations.NullMarked;

/// The queues that messages come from and go to, and when to ask for more.
@NullMarked
package io.imagehandler.worker.queue;

import org.jspecify.annotations.NullMarked;

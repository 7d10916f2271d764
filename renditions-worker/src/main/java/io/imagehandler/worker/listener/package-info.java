/// Takes messages from the queue, keeps them ours while they are worked on, and lets them come back
/// if that fails.
@NullMarked
package io.imagehandler.worker.listener;

import org.jspecify.annotations.NullMarked;

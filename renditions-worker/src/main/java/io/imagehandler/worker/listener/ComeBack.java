package io.imagehandler.worker.listener;

import java.time.Duration;

/// The message is not done with: it comes back after that time.
final class ComeBack extends RuntimeException {

    private final Duration after;

    /// @param after in whole seconds; zero: at once, to another worker
    ComeBack(Duration after) {
        super("comes back in " + after.toSeconds() + " s", null, false, false);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}

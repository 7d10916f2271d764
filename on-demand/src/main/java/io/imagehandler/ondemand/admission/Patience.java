package io.imagehandler.ondemand.admission;

import java.time.Duration;

/// What is left of the time that one request may wait for a place, memory and a slot, all its waits
/// together; time in which it works does not count. For one thread at a time.
final class Patience {

    private final long all;
    private long spent;

    Patience(Duration time) {
        this.all = time.toNanos();
    }

    /// What is left, 0 or more.
    Duration left() {
        return Duration.ofNanos(Math.max(0, all - spent));
    }

    /// What was waited.
    Duration spent() {
        return Duration.ofNanos(spent);
    }

    /// Begins a wait, which ends when it is closed.
    Wait begin() {
        return new Wait(System.nanoTime());
    }

    /// A wait that is under way.
    final class Wait implements AutoCloseable {

        private final long began;

        private Wait(long began) {
            this.began = began;
        }

        @Override
        public void close() {
            spent += System.nanoTime() - began;
        }
    }
}

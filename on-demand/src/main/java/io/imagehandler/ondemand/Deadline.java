package io.imagehandler.ondemand;

import java.time.Duration;

/// The instant by which a request must be answered.
///
/// @param nanoTime of [System#nanoTime]
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// What is left, in nanoseconds; 0 or less if it has passed.
    long nanosLeft() {
        return nanoTime - System.nanoTime();
    }
}

package io.imagehandler.ondemand.admission;

import java.time.Duration;

/// The instant by which a request must be answered.
///
/// @param nanoTime of [System#nanoTime]
public record Deadline(long nanoTime) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// What is left, in nanoseconds; 0 or less if it has passed.
    public long nanosLeft() {
        return nanoTime - System.nanoTime();
    }
}

package io.imagehandler.worker.cloudfront;

import io.imagehandler.worker.failure.Pauses;
import java.time.Duration;

/// How invalidations follow each other.
///
/// @param delay how long the first path of a batch waits for others; zero and up
/// @param pauses between a refusal and the next try
/// @param patience after so long a batch is given up
record Pace(Duration delay, Pauses pauses, Duration patience) {

    static Pace usual(Duration delay) {
        var pauses = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(1));
        return new Pace(delay, pauses, Duration.ofMinutes(30));
    }
}

package io.imagehandler.worker.failure;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses between tries of one and the same call, of which a random part is waited. Safe for use by
/// many threads.
///
/// @param first the longest after one failure; it doubles with each further one
/// @param longest where that ends
public record Pauses(Duration first, Duration longest) {

    /// @param failures in a row, 1 and up
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.clamp(failures - 1L, 0, 20);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}

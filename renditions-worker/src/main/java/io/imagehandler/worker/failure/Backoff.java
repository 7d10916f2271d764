package io.imagehandler.worker.failure;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long what failed stays away: up to 5 s, doubled for every failure, up to 300 s at most, of
/// which a random part is waited so that a crowd of them spreads out.
///
/// @param random safe for use by many threads
public record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// @param failures so far, 1 and up
    /// @return whole seconds, at least 1
    public Duration after(int failures) {
        return between(Duration.ofSeconds(1), longest(failures));
    }

    /// A random time, in whole seconds.
    ///
    /// @param longest not less than `shortest`
    public Duration between(Duration shortest, Duration longest) {
        long span = longest.toSeconds() - shortest.toSeconds() + 1;
        return shortest.plusSeconds(random.nextLong(span));
    }

    /// The longest wait after so many failures, 1 and up.
    static Duration longest(int failures) {
        int doublings = Math.clamp(failures - 1L, 0, 6);
        Duration longest = FIRST.multipliedBy(1L << doublings);
        return longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
    }
}

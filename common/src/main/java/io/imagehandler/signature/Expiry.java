package io.imagehandler.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a signature's time is over.
///
/// @param seconds since 1970 in UTC, 0 to 999,999,999,999
record Expiry(long seconds) {

    /// How far the clocks of who signs and who verifies may be apart.
    static final Duration SKEW = Duration.ofSeconds(60);

    /// The longest that a signature may be valid, but for [#SKEW].
    static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern CANONICAL = Pattern.compile("0|[1-9][0-9]{0,11}");
    private static final long LAST = 999_999_999_999L;

    Expiry {
        if (seconds < 0 || seconds > LAST) {
            throw new IllegalArgumentException(
                    "expiry must be between 0 and " + LAST + " but is " + seconds);
        }
    }

    /// What `x-exp` says, or nothing if it is not of the one spelling that a number has.
    static Optional<Expiry> parse(String text) {
        return CANONICAL.matcher(text).matches()
                ? Optional.of(new Expiry(Long.parseLong(text)))
                : Optional.empty();
    }

    Instant instant() {
        return Instant.ofEpochSecond(seconds);
    }

    boolean isOver(Instant now) {
        return now.isAfter(instant().plus(SKEW));
    }

    boolean isTooFarFrom(Instant now) {
        return instant().isAfter(now.plus(LONGEST).plus(SKEW));
    }

    /// As it stands in `x-exp`.
    @Override
    public String toString() {
        return Long.toString(seconds);
    }
}

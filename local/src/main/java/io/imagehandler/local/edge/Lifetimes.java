package io.imagehandler.local.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long answers are cached: as their origin says, else a day; errors at least as long as the
/// distribution says, and those that CloudFront never stores not at all.
///
/// @param longest what no answer exceeds
record Lifetimes(Duration longest) {

    private static final Duration UNSAID = Duration.ofDays(1);
    private static final Map<Integer, Duration> ERRORS =
            Map.of(
                    400, Duration.ofSeconds(60),
                    403, Duration.ofSeconds(10),
                    404, Duration.ofSeconds(30),
                    405, Duration.ofSeconds(60),
                    414, Duration.ofSeconds(60),
                    415, Duration.ZERO,
                    500, Duration.ofSeconds(1),
                    502, Duration.ZERO,
                    503, Duration.ZERO,
                    504, Duration.ofSeconds(1));
    private static final Pattern NOT_KEPT = Pattern.compile("no-store|no-cache|private");
    private static final Pattern SHARED = Pattern.compile("s-maxage=(\\d{1,9})");
    private static final Pattern ANY = Pattern.compile("max-age=(\\d{1,9})");

    /// How long an answer is kept; zero if not at all.
    ///
    /// @param cacheControl the header's value, or the empty text
    Duration of(int status, String cacheControl) {
        Duration lifetime;
        if (status == 200) {
            lifetime = said(cacheControl).orElse(UNSAID);
        } else if (ERRORS.containsKey(status)) {
            lifetime = max(ERRORS.get(status), said(cacheControl).orElse(Duration.ZERO));
        } else {
            lifetime = Duration.ZERO;
        }
        return lifetime.compareTo(longest) > 0 ? longest : lifetime;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Optional<Duration> said(String cacheControl) {
        if (NOT_KEPT.matcher(cacheControl).find()) {
            return Optional.of(Duration.ZERO);
        }
        return seconds(SHARED, cacheControl).or(() -> seconds(ANY, cacheControl));
    }

    private static Optional<Duration> seconds(Pattern directive, String cacheControl) {
        Matcher found = directive.matcher(cacheControl);
        return found.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1))))
                : Optional.empty();
    }
}

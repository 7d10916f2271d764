package io.imagehandler.ondemand.observation;

import java.util.Locale;

/// How a request ended.
enum Outcome {
    /// With what was asked for.
    SENT,
    /// The client had it already.
    NOT_MODIFIED,
    /// With a no that the same request will get again.
    REFUSED,
    /// There was no capacity.
    SHED,
    /// We, or a service that we use, failed.
    FAILED,
    /// The client went away.
    ABANDONED;

    private static final String OVERLOADED = "Overloaded";

    static Outcome of(Told told, Sent sent) {
        if (sent.abandoned()) {
            return ABANDONED;
        }
        if (told.code().equals(OVERLOADED)) {
            return SHED;
        }
        return switch (sent.status() / 100) {
            case 2 -> SENT;
            case 3 -> NOT_MODIFIED;
            case 4 -> REFUSED;
            default -> FAILED;
        };
    }

    /// In logs.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

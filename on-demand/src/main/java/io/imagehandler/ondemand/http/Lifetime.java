package io.imagehandler.ondemand.http;

import java.time.Duration;

/// How long an answer may be kept.
///
/// @param browser by whom it was sent to
/// @param shared by caches that many share
record Lifetime(Duration browser, Duration shared) {

    /// The same for everybody.
    static Lifetime of(Duration duration) {
        return new Lifetime(duration, duration);
    }

    /// The same, but nobody keeps it longer than that.
    Lifetime atMost(Duration other) {
        return new Lifetime(shorter(browser, other), shorter(shared, other));
    }

    /// The value of Cache-Control.
    String cacheControl() {
        String everybody = "public, max-age=" + browser.toSeconds();
        return shared.equals(browser) ? everybody : everybody + ", s-maxage=" + shared.toSeconds();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

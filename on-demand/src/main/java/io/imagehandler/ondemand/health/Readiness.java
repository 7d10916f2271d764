package io.imagehandler.ondemand.health;

import io.imagehandler.ondemand.admission.Watchdog;
import io.imagehandler.style.Styles;

/// Whether requests should be sent here, and whether this process is of use at all. Asks nobody: an
/// outage of other services must not remove every instance of this one.
///
/// @param styles known once they were read for the first time; the engine's test is behind us by
///   then, since the start fails with it
/// @param drain whether the end has begun
/// @param watchdog whether a rendering hangs
record Readiness(Styles styles, Drain drain, Watchdog watchdog) {

    /// An answer to who asks.
    ///
    /// @param good whether it is a good one
    /// @param word why, in a word or two
    record Verdict(boolean good, String word) {}

    /// Whether requests should be sent here.
    Verdict ready() {
        if (drain.hasBegun()) {
            return new Verdict(false, "ending");
        }
        return styles.isLoaded()
                ? new Verdict(true, "ready")
                : new Verdict(false, "no styles were read yet");
    }

    /// Whether the process should be kept.
    Verdict live() {
        return watchdog.live()
                ? new Verdict(true, "live")
                : new Verdict(false, "a rendering hangs");
    }
}

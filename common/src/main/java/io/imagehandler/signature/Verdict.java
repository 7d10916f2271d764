package io.imagehandler.signature;

import java.time.Instant;

/// What [Verification] says of a request.
public sealed interface Verdict {

    /// It needs no signature; if it has one, that was not looked at.
    record Free() implements Verdict {}

    /// Its signature is right.
    ///
    /// @param expiry after it nobody may keep the answer. It may have passed by a minute, which is
    ///   what clocks are allowed to be apart.
    record Signed(Instant expiry) implements Verdict {}

    /// It has no signature, a wrong one, one of an unknown key, or one that is valid for too long;
    /// nobody is told which.
    record Invalid() implements Verdict {}

    /// Its signature is right, but its time is over.
    record Expired() implements Verdict {}

    /// Its kind is not served, signed or not.
    record Forbidden() implements Verdict {}
}

package io.imagehandler.ondemand.picture;

import io.imagehandler.failure.AccessDenied;
import io.imagehandler.failure.SignatureExpired;
import io.imagehandler.failure.SignatureInvalid;
import io.imagehandler.request.RawRequest;
import io.imagehandler.request.RequestKind;
import io.imagehandler.signature.Verdict;
import io.imagehandler.signature.Verification;
import io.imagehandler.transformation.Transformation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says no to who may not ask, before anything is made of the request's text.
final class Admittance {

    private final Verification verification;
    private final InstantSource clock;

    Admittance(Verification verification, InstantSource clock) {
        this.verification = verification;
        this.clock = clock;
    }

    /// For how long the answer may be kept.
    ///
    /// @throws io.imagehandler.failure.AccessRefused if there is to be none
    Duration of(RawRequest request) {
        return switch (verdict(request)) {
            case Verdict.Free() -> Wanted.UNBOUNDED;
            case Verdict.Signed(Instant expiry) -> untilThen(expiry);
            case Verdict.Invalid() -> throw new SignatureInvalid();
            case Verdict.Expired() -> throw new SignatureExpired();
            case Verdict.Forbidden() -> throw new AccessDenied();
        };
    }

    Verdict verdict(RawRequest request) {
        return verification.of(request);
    }

    /// What a request itself spells out gets nobody an original that he may not ask for.
    ///
    /// @throws AccessDenied if it could
    void requireNoOriginal(Transformation spelledOut) {
        if (spelledOut.input().threshold() > 0 && verification.isForbidden(RequestKind.ORIGINALS)) {
            throw new AccessDenied();
        }
    }

    private Duration untilThen(Instant expiry) {
        Duration left = Duration.between(clock.instant(), expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

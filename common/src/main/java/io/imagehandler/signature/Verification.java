package io.imagehandler.signature;

import io.imagehandler.request.RawRequest;
import io.imagehandler.request.RequestKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Decides whether a request may be served, before anything is made of its instruction and before
/// anything is looked up. Safe for use by many threads.
public final class Verification {

    private final Policy policy;
    private final SigningKeys keys;
    private final InstantSource clock;

    public Verification(Policy policy, SigningKeys keys, InstantSource clock) {
        this.policy = policy;
        this.keys = keys;
        this.clock = clock;
    }

    /// What is asked of requests.
    ///
    /// @param mode which need a signature
    /// @param forbidden the kinds that are not served at all
    public record Policy(SigningMode mode, Set<RequestKind> forbidden) {
        public Policy {
            forbidden = Set.copyOf(forbidden);
        }
    }

    /// Whether requests of this kind are not served at all.
    public boolean isForbidden(RequestKind kind) {
        return policy.forbidden().contains(kind);
    }

    public Verdict of(RawRequest request) {
        RequestKind kind = request.kind();
        if (isForbidden(kind)) {
            return new Verdict.Forbidden();
        }
        return policy.mode().concerns(kind) ? verify(request) : new Verdict.Free();
    }

    private Verdict verify(RawRequest request) {
        return Expiry.parse(request.expiry())
                .filter(expiry -> isSigned(request, expiry))
                .map(expiry -> timely(expiry, clock.instant()))
                .orElseGet(Verdict.Invalid::new);
    }

    private boolean isSigned(RawRequest request, Expiry expiry) {
        return Signature.parse(request.signature())
                .filter(given ->
                        keys.find(given.keyId())
                                .map(key ->
                                        Signature.of(
                                                key,
                                                request.original(),
                                                request.instruction(),
                                                expiry.toString()))
                                .filter(given::matches)
                                .isPresent())
                .isPresent();
    }

    private static Verdict timely(Expiry expiry, Instant now) {
        if (expiry.isOver(now)) {
            return new Verdict.Expired();
        }
        return expiry.isTooFarFrom(now)
                ? new Verdict.Invalid()
                : new Verdict.Signed(expiry.instant());
    }
}

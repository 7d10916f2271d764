package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.CrashedDecoder;
import io.imagehandler.failure.Flaw;
import io.imagehandler.failure.ImageFailure;

/// Why nothing can be made of an original, however often it is tried.
///
/// @param reason one word for machines, of lower-case letters and `-`
/// @param detail one sentence for people, without a full stop
public record Rejection(String reason, String detail) {

    /// A decoder died over it, alone.
    public static final Rejection CRASHED = of(new CrashedDecoder());

    /// What `failure` means for all renditions of the original that it was met at.
    public static Rejection of(ImageFailure failure) {
        return new Rejection(reason(failure), failure.detail());
    }

    /// The failure that it was of, to be told to a client.
    public ImageFailure failure() {
        return Flaw.named(reason).orElse(Flaw.UNDECODABLE).failure(detail);
    }

    private static String reason(ImageFailure failure) {
        return Flaw.of(failure).map(Flaw::word).orElse("not-applicable");
    }
}

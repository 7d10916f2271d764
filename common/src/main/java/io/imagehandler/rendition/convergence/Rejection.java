package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.AccessRefused;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.NoSuchStyle;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;

/// Why nothing can be made of an original, however often it is tried.
///
/// @param reason one word for machines, of lower-case letters and `-`
/// @param detail one sentence for people, without a full stop
public record Rejection(String reason, String detail) {

    /// A decoder died over it, alone.
    public static final Rejection CRASHED =
            new Rejection("crashed-decoder", "the decoder does not survive this picture");

    /// What `failure` means for all renditions of the original that it was met at.
    public static Rejection of(ImageFailure failure) {
        return new Rejection(reason(failure), failure.detail());
    }

    private static String reason(ImageFailure failure) {
        return switch (failure) {
            case UndecodableImage _ -> "undecodable";
            case UnsupportedFormat _ -> "unsupported-format";
            case ImageTooLarge _ -> "image-too-large";
            case OriginalTooLarge _ -> "original-too-large";
            case TooSlow _ -> "too-slow";
            case InvalidArgument _ -> "not-applicable";
            case NoSuchOriginal _ -> "no-such-original";
            case NoSuchStyle _ -> "no-such-style";
            case AccessRefused _ -> "access-refused";
        };
    }
}

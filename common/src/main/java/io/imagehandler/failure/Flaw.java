package io.imagehandler.failure;

import java.util.Arrays;
import java.util.Optional;

/// What can be wrong with an original itself, whatever is asked of it: these failures can be kept,
/// or sent, and told again.
public enum Flaw {
    UNDECODABLE("undecodable"),
    UNSUPPORTED_FORMAT("unsupported-format"),
    IMAGE_TOO_LARGE("image-too-large"),
    ORIGINAL_TOO_LARGE("original-too-large"),
    TOO_SLOW("too-slow"),
    CRASHED_DECODER("crashed-decoder");

    private final String word;

    Flaw(String word) {
        this.word = word;
    }

    /// Nothing if the failure is of what was asked.
    public static Optional<Flaw> of(ImageFailure failure) {
        return switch (failure) {
            case UndecodableImage _ -> Optional.of(UNDECODABLE);
            case UnsupportedFormat _ -> Optional.of(UNSUPPORTED_FORMAT);
            case ImageTooLarge _ -> Optional.of(IMAGE_TOO_LARGE);
            case OriginalTooLarge _ -> Optional.of(ORIGINAL_TOO_LARGE);
            case TooSlow _ -> Optional.of(TOO_SLOW);
            case CrashedDecoder _ -> Optional.of(CRASHED_DECODER);
            case AccessRefused _, InvalidArgument _, NoSuchOriginal _, NoSuchStyle _ ->
                    Optional.empty();
        };
    }

    /// The one of that [#word].
    public static Optional<Flaw> named(String word) {
        return Arrays.stream(values()).filter(flaw -> flaw.word.equals(word)).findFirst();
    }

    /// For machines, of lower-case letters and `-`.
    public String word() {
        return word;
    }

    /// The failure, to be thrown again.
    ///
    /// @param detail one sentence for the client, without a full stop
    public ImageFailure failure(String detail) {
        return switch (this) {
            case UNDECODABLE -> new UndecodableImage(detail);
            case UNSUPPORTED_FORMAT -> new UnsupportedFormat(detail);
            case IMAGE_TOO_LARGE -> new ImageTooLarge(detail);
            case ORIGINAL_TOO_LARGE -> new OriginalTooLarge(detail);
            case TOO_SLOW -> new TooSlow(detail);
            case CRASHED_DECODER -> new CrashedDecoder();
        };
    }
}

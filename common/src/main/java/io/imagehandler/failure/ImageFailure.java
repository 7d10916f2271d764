package io.imagehandler.failure;

/// A reason to say no to a picture or to what was asked of it.
///
/// The set is closed, so each service decides in one `switch` without `default` what every reason
/// means to it. The message is written for the client: it names no bucket, host, file or library. A
/// failure carries no stack trace, because saying no is no defect and must stay cheap under attack.
public abstract sealed class ImageFailure extends RuntimeException
        permits AccessRefused,
                CrashedDecoder,
                ImageTooLarge,
                InvalidArgument,
                NoSuchOriginal,
                NoSuchStyle,
                OriginalTooLarge,
                TooSlow,
                UndecodableImage,
                UnsupportedFormat {

    ImageFailure(String message) {
        super(message, null, false, false);
    }

    /// The reason in words for the client, one sentence without a full stop.
    public final String detail() {
        return String.valueOf(getMessage());
    }
}

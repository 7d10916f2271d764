package io.imagehandler.failure;

/// The source has more bytes than may be read.
public final class OriginalTooLarge extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public OriginalTooLarge(String detail) {
        super(detail);
    }
}

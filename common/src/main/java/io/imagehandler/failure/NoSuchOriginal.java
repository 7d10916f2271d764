package io.imagehandler.failure;

/// There is no such object: the original, or the picture of a watermark.
public final class NoSuchOriginal extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public NoSuchOriginal(String detail) {
        super(detail);
    }
}

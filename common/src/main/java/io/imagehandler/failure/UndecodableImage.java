package io.imagehandler.failure;

/// The format is known and enabled, but the data is damaged or cut off.
public final class UndecodableImage extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public UndecodableImage(String detail) {
        super(detail);
    }
}

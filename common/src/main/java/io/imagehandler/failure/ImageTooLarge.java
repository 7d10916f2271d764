package io.imagehandler.failure;

/// The source has more pixels, frames, chunks, scans or estimated memory than may be decoded.
public final class ImageTooLarge extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public ImageTooLarge(String detail) {
        super(detail);
    }
}

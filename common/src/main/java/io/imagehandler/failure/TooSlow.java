package io.imagehandler.failure;

/// The picture, or what was asked of it, takes longer to render than may be.
public final class TooSlow extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public TooSlow(String detail) {
        super(detail);
    }
}

package io.imagehandler.failure;

/// There is no style of that name.
public final class NoSuchStyle extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public NoSuchStyle(String detail) {
        super(detail);
    }
}

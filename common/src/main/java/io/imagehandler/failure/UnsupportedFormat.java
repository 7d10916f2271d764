package io.imagehandler.failure;

/// The bytes are of no enabled format, whatever their name or declared type; or the answer was
/// asked for in one that cannot be written here.
public final class UnsupportedFormat extends ImageFailure {

    /// @param detail one sentence for the client, without a full stop
    public UnsupportedFormat(String detail) {
        super(detail);
    }
}

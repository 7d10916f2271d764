package io.imagehandler.testpictures;

import io.imagehandler.failure.ImageFailure;
import java.nio.ByteBuffer;

/// A file made to harm whoever decodes it, or to pass for what it is not.
///
/// @param name what it is
/// @param bytes the whole file, read-only
/// @param refusal how it must be refused, whichever engine is used
public record HostileFile(String name, ByteBuffer bytes, Class<? extends ImageFailure> refusal) {

    public HostileFile {
        bytes = bytes.asReadOnlyBuffer();
    }

    /// A view of its own position.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    @Override
    public String toString() {
        return name + ", " + bytes.remaining() + " bytes";
    }
}

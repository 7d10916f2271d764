package io.imagehandler.rendition;

import java.nio.ByteBuffer;
import java.time.Instant;

/// An original that was read.
///
/// @param tag names exactly these bytes
/// @param lastModified when it was uploaded, to the second
/// @param contentType as it was declared at upload; not to be trusted
/// @param bytes the whole file, read-only
public record Original(EntityTag tag, Instant lastModified, String contentType, ByteBuffer bytes) {

    public Original {
        bytes = bytes.asReadOnlyBuffer();
    }

    /// A view of the file of its own position.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }
}

package io.imagehandler.engine;

import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;

/// A rendition ready to be stored or sent: upright, in sRGB, without metadata.
///
/// @param format what the bytes are
/// @param size one frame
/// @param frames the number of frames, at least 1
/// @param bytes the file; read-only, from its position to its limit
public record EncodedImage(OutputFormat format, Size size, int frames, ByteBuffer bytes) {

    public EncodedImage {
        bytes = bytes.asReadOnlyBuffer();
    }

    /// A view of the file of its own position, so that readers do not disturb each other.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /// The length of the file in bytes.
    public int length() {
        return bytes.remaining();
    }
}

package io.imagehandler.engine;

import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;

/// A drawn picture in memory, the form in which a mark is handed to an engine.
///
/// @param size in pixels
/// @param rgba four bytes a pixel (red, green, blue, alpha) in 8-bit sRGB, alpha not premultiplied,
///   rows from top to bottom without gaps; read-only
public record Bitmap(Size size, ByteBuffer rgba) {

    public Bitmap {
        if (rgba.remaining() != size.pixels() * 4) {
            throw new IllegalArgumentException(
                    "rgba must have 4 bytes for each pixel of "
                            + size
                            + " but has "
                            + rgba.remaining());
        }
        rgba = rgba.asReadOnlyBuffer();
    }

    /// A view of the pixels of its own position, so that readers do not disturb each other.
    @Override
    public ByteBuffer rgba() {
        return rgba.duplicate();
    }
}

package io.imagehandler.engine.thumbnailator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Where a frame of an animated WebP lies on the canvas, in pixels.
record WebpPlace(int left, int top) {

    private static final int ANMF = 'A' | 'N' << 8 | 'M' << 16 | 'F' << 24;

    /// The place of the first frame; the upper left corner in a still.
    static WebpPlace ofFirstFrame(ByteBuffer webp) {
        var file = webp.slice().order(ByteOrder.LITTLE_ENDIAN);
        long at = 12;
        while (at + 14 <= file.limit()) {
            int chunk = (int) at;
            if (file.getInt(chunk) == ANMF) {
                return new WebpPlace(
                        2 * (file.getInt(chunk + 8) & 0xFFFFFF),
                        2 * (file.getInt(chunk + 11) & 0xFFFFFF));
            }
            long length = Integer.toUnsignedLong(file.getInt(chunk + 4));
            at += 8 + length + (length & 1);
        }
        return new WebpPlace(0, 0);
    }
}

package io.imagehandler.engine.thumbnailator;

import io.imagehandler.failure.UndecodableImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A WebP cut into its chunks, for what its codec does not look at: that they are all there, and
/// where the first frame of an animation lies.
final class WebpChunks {

    private static final int ANMF = 'A' | 'N' << 8 | 'M' << 16 | 'F' << 24;
    private static final int HEADER = 12;

    private int left;
    private int top;
    private boolean placed;

    /// @throws UndecodableImage if a chunk reaches beyond the file
    WebpChunks(ByteBuffer webp) {
        var file = webp.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < HEADER || end(file, 0) > file.limit()) {
            throw new UndecodableImage("the image is cut off");
        }
        long end = end(file, 0);
        for (long at = HEADER; at + 8 <= end; at = end(file, (int) at)) {
            if (end(file, (int) at) > end) {
                throw new UndecodableImage("the image is cut off");
            }
            place(file, (int) at);
        }
    }

    /// The first frame's left side on the canvas, in pixels; 0 in a still.
    int left() {
        return left;
    }

    /// The first frame's upper side on the canvas, in pixels; 0 in a still.
    int top() {
        return top;
    }

    private void place(ByteBuffer file, int chunk) {
        if (!placed && file.getInt(chunk) == ANMF && end(file, chunk) >= chunk + 16) {
            left = 2 * (file.getInt(chunk + 8) & 0xFFFFFF);
            top = 2 * (file.getInt(chunk + 11) & 0xFFFFFF);
            placed = true;
        }
    }

    /// Where the chunk at `at` ends; lengths are rounded up to an even number.
    private static long end(ByteBuffer file, int at) {
        long length = Integer.toUnsignedLong(file.getInt(at + 4));
        return at + 8 + length + (length & 1);
    }
}

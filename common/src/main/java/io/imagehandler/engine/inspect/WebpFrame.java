package io.imagehandler.engine.inspect;

import io.imagehandler.failure.UndecodableImage;

/// What the first bytes of the coded picture in a WebP say.
record WebpFrame(int width, int height, boolean alpha) {

    private static final int SIDE = 0x3FFF;

    /// Whether the chunk at that offset holds a coded picture.
    static boolean stands(Bytes webp, long at) {
        return webp.is(at, "VP8 ") || webp.is(at, "VP8L");
    }

    /// @param type where the type of the chunk stands
    /// @param data what the chunk holds
    static WebpFrame of(Bytes webp, long type, Bytes data) {
        return webp.is(type, "VP8L") ? lossless(data) : lossy(data);
    }

    private static WebpFrame lossy(Bytes data) {
        int tag = data.u24(0);
        boolean keyFrame = (tag & 1) == 0;
        boolean shown = (tag >> 4 & 1) == 1;
        boolean known = (tag >> 1 & 7) <= 3;
        boolean whole = tag >> 5 < data.size();
        if (!keyFrame || !shown || !known || !whole || !data.is(3, "\u009D\u0001*")) {
            throw new UndecodableImage("the WebP has a damaged picture in it");
        }
        return new WebpFrame(data.u16(6) & SIDE, data.u16(8) & SIDE, false);
    }

    private static WebpFrame lossless(Bytes data) {
        long bits = data.u32(1);
        if (data.u8(0) != 0x2F || bits >> 29 != 0) {
            throw new UndecodableImage("the WebP has a damaged picture in it");
        }
        int width = 1 + (int) (bits & SIDE);
        int height = 1 + (int) (bits >> 14 & SIDE);
        return new WebpFrame(width, height, (bits >> 28 & 1) == 1);
    }
}

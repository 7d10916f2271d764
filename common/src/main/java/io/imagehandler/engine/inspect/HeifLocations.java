package io.imagehandler.engine.inspect;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;

/// Where the data of the items of an AVIF or HEIC lie. Its numbers are of 0, 4 or 8 bytes, as its
/// first bytes say.
final class HeifLocations {

    private static final int MOST_EXTENTS = 4_096;

    private final Bytes box;
    private final long fileSize;
    private long at = 6;
    private int extents;

    private HeifLocations(Bytes box, long fileSize) {
        this.box = box;
        this.fileSize = fileSize;
    }

    /// Makes sure that every part of every item lies inside the file.
    static void check(Bytes box, long fileSize) {
        new HeifLocations(box, fileSize).items();
    }

    private void items() {
        boolean wide = box.u8(0) == 2;
        long items = wide ? box.u32(6) : box.u16(6);
        if (items > HeifItems.MOST) {
            throw new ImageTooLarge("the file has more than " + HeifItems.MOST + " items");
        }
        at += wide ? 4 : 2;
        for (long item = 0; item < items; item++) {
            at += wide ? 4 : 2;
            item();
        }
    }

    private void item() {
        boolean ofFile = true;
        if (box.u8(0) > 0) {
            ofFile = (box.u16(at) & 0xF) == 0;
            at += 2;
        }
        if (box.u16(at) != 0) {
            throw new UndecodableImage("the file refers to another one");
        }
        at += 2;
        long base = number(box.u8(5) >> 4);
        int parts = box.u16(at);
        at += 2;
        extents += parts;
        if (extents > MOST_EXTENTS) {
            throw new ImageTooLarge("the file has its pictures in too many pieces");
        }
        for (int part = 0; part < parts; part++) {
            extent(base, ofFile);
        }
    }

    private void extent(long base, boolean ofFile) {
        number(box.u8(0) > 0 ? box.u8(5) & 0xF : 0);
        long offset = number(box.u8(4) >> 4);
        long length = number(box.u8(4) & 0xF);
        if (ofFile && (base > fileSize - offset || length > fileSize - offset - base)) {
            throw new UndecodableImage("the file is cut off");
        }
    }

    private long number(int bytes) {
        long value =
                switch (bytes) {
                    case 0 -> 0;
                    case 4 -> box.u32(at);
                    case 8 -> box.u32(at) << 32 | box.u32(at + 4);
                    default -> -1;
                };
        if (value < 0) {
            throw new UndecodableImage("the file has a damaged list of items");
        }
        at += bytes;
        return value;
    }
}

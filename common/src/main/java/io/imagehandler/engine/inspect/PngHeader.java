package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.failure.UndecodableImage;

/// The header of a PNG: what a pixel consists of.
///
/// @param depth bits a sample as stored: 1, 2, 4, 8 or 16
/// @param colour the colour type: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with
///   alpha
record PngHeader(int depth, int colour) {

    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;

    private static final int LENGTH = 13;
    private static final int AT = Png.SIGNATURE.length();

    /// Reads the header, which must come first, and notes the size and the coding.
    static PngHeader read(Bytes file, Findings found) {
        if (file.u32(AT) != LENGTH || !file.is(AT + 4L, "IHDR")) {
            throw new UndecodableImage("the PNG has no header");
        }
        Bytes data = file.part(AT + 8L, LENGTH);
        found.width = data.u32(0);
        found.height = data.u32(4);
        var header = new PngHeader(data.u8(8), data.u8(9));
        int interlace = data.u8(12);
        if (!header.isLegal() || data.u16(10) != 0 || interlace > 1) {
            throw new UndecodableImage("the PNG has a damaged header");
        }
        found.coding = interlace == 1 ? Coding.PASSES : Coding.SEQUENTIAL;
        return header;
    }

    private boolean isLegal() {
        boolean bytes = depth == 8 || depth == 16;
        boolean bits = depth == 1 || depth == 2 || depth == 4;
        return switch (colour) {
            case GREY -> bits || bytes;
            case PALETTE -> bits || depth == 8;
            case COLOUR, GREY_ALPHA, COLOUR_ALPHA -> bytes;
            default -> false;
        };
    }

    boolean needsPalette() {
        return colour == PALETTE;
    }

    /// @param length of the palette in bytes, three for an entry
    boolean allowsPalette(long length) {
        boolean grey = colour == GREY || colour == GREY_ALPHA;
        return !grey && length > 0 && length <= 3 * 256 && length % 3 == 0;
    }

    /// @param length of the transparency in bytes
    /// @param palette length of the palette in bytes
    boolean allowsTransparency(long length, long palette) {
        return switch (colour) {
            case GREY -> length == 2;
            case COLOUR -> length == 6;
            case PALETTE -> length > 0 && length <= palette / 3;
            default -> false;
        };
    }

    /// Notes what a decoded pixel consists of; one of a palette has 8 bits a channel.
    void describe(Findings found, boolean transparency) {
        boolean grey = colour == GREY || colour == GREY_ALPHA;
        found.alpha = transparency || colour == GREY_ALPHA || colour == COLOUR_ALPHA;
        found.channels = (grey ? 1 : 3) + (found.alpha ? 1 : 0);
        found.depth = colour == PALETTE ? 8 : depth;
    }
}

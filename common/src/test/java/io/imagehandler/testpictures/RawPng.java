package io.imagehandler.testpictures;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A PNG put together chunk by chunk, so that each of them can be wrong.
public final class RawPng {

    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGBA = 6;

    private final Octets file = new Octets().text("\u0089PNG\r\n\u001A\n");

    public RawPng header(long width, long height, int depth, int colour) {
        return header(width, height, depth, colour, 0);
    }

    public RawPng header(long width, long height, int depth, int colour, int interlace) {
        var data = new Octets().u32(width).u32(height).u8(depth, colour, 0, 0, interlace);
        return chunk("IHDR", data.toArray());
    }

    public RawPng chunk(String type, byte... data) {
        var sum = new CRC32();
        var typed = new Octets().text(type).all(data).toArray();
        sum.update(typed);
        file.u32(data.length).all(typed).u32(sum.getValue());
        return this;
    }

    /// The beginning of a chunk: its claim to `length` and nothing of its data.
    public RawPng claim(String type, long length) {
        file.u32(length).text(type);
        return this;
    }

    /// Pixel data of black; enough for small pictures, a token for large ones.
    public RawPng data() {
        return chunk("IDAT", deflated(new byte[256]));
    }

    public byte[] end() {
        return chunk("IEND").toArray();
    }

    public byte[] toArray() {
        return file.toArray();
    }

    /// Makes the sums of all chunks right again, as far as their lengths lead.
    public static void repair(byte[] png) {
        var file = ByteBuffer.wrap(png);
        int at = 8;
        while (at <= png.length - 12) {
            int length = file.getInt(at);
            if (length < 0 || length > png.length - 12 - at) {
                return;
            }
            var sum = new CRC32();
            sum.update(png, at + 4, length + 4);
            file.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
    }

    public static byte[] deflated(byte[] plain) {
        var zipped = new byte[plain.length / 900 + 256];
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            int length = deflater.deflate(zipped);
            if (!deflater.finished()) {
                throw new IllegalArgumentException("only data that deflates well");
            }
            return Arrays.copyOf(zipped, length);
        }
    }
}

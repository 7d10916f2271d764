package io.imagehandler.testpictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/// The pixels of a lossless WebP (VP8L) in the plainest way: every channel of every pixel in eight
/// bits.
final class LosslessWebp {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int bits;

    private LosslessWebp() {}

    /// What the chunk `VP8L` holds.
    static byte[] of(BufferedImage image) {
        var stream = new LosslessWebp();
        stream.header(image);
        stream.channelCode(256 + 24); // green, and lengths of copies, of which there are none
        stream.channelCode(256);
        stream.channelCode(256);
        stream.channelCode(256);
        stream.put(0b0001, 4); // one symbol for distances
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                stream.pixel(image.getRGB(x, y));
            }
        }
        stream.put(0, 7);
        return stream.bytes.toByteArray();
    }

    private void header(BufferedImage image) {
        put(0x2F, 8);
        put(image.getWidth() - 1, 14);
        put(image.getHeight() - 1, 14);
        put(image.getColorModel().hasAlpha() ? 1 : 0, 1);
        put(0, 3); // version
        put(0, 3); // no transform, no colour cache, no groups of codes
    }

    /// A code in which the first 256 symbols are eight bits long, and the others do not occur.
    private void channelCode(int symbols) {
        put(0, 1);
        put(12 - 4, 4);
        for (int i = 0; i < 12; i++) {
            put(i == 2 || i == 11 ? 1 : 0, 3); // the places of lengths 0 and 8
        }
        put(0, 1);
        for (int i = 0; i < symbols; i++) {
            put(i < 256 ? 1 : 0, 1);
        }
    }

    private void pixel(int argb) {
        for (int shift : new int[] {8, 16, 0, 24}) {
            put(Integer.reverse(argb >> shift & 0xFF) >>> 24, 8);
        }
    }

    private void put(int value, int length) {
        pending |= value << bits;
        bits += length;
        while (bits >= 8) {
            bytes.write(pending);
            pending >>>= 8;
            bits -= 8;
        }
    }
}

package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/// Pixels of the four kinds of images that this engine works on, as packed ARGB, 8 bits a channel,
/// not premultiplied.
final class Pixels {

    private Pixels() {}

    /// An image of `like`'s transparency: `TYPE_INT_ARGB` or `TYPE_INT_RGB`.
    static BufferedImage blank(BufferedImage like, int width, int height) {
        return new BufferedImage(width, height, type(like));
    }

    /// `TYPE_INT_ARGB` if the image has alpha, else `TYPE_INT_RGB`.
    static int type(BufferedImage image) {
        return image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB;
    }

    /// The pixels themselves, row after row, of an image of integers.
    static int[] data(BufferedImage packed) {
        return ((DataBufferInt) packed.getRaster().getDataBuffer()).getData();
    }

    /// The image itself if it is one of integers, else a copy that is.
    static BufferedImage packed(BufferedImage image) {
        if (image.getRaster().getDataBuffer() instanceof DataBufferInt) {
            return image;
        }
        var packed = blank(image, image.getWidth(), image.getHeight());
        copy(image, packed, 0, 0);
        return packed;
    }

    /// Fills `row` with row `y`; opaque images give an alpha of 255.
    ///
    /// @throws io.imagehandler.failure.TooSlow if the time is up: nearly everything that goes
    ///   through pixels comes by here
    static void row(BufferedImage image, int y, int[] row) {
        Patience.check();
        int width = image.getWidth();
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte buffer) {
            if (image.getColorModel().hasAlpha()) {
                unpackAbgr(buffer.getData(), y * width * 4, row, width);
            } else {
                unpackBgr(buffer.getData(), y * width * 3, row, width);
            }
            return;
        }
        System.arraycopy(data(image), y * width, row, 0, width);
        if (!image.getColorModel().hasAlpha()) {
            for (int x = 0; x < width; x++) {
                row[x] |= 0xFF000000;
            }
        }
    }

    private static void unpackBgr(byte[] bytes, int offset, int[] row, int width) {
        for (int x = 0, at = offset; x < width; x++, at += 3) {
            row[x] =
                    0xFF000000
                            | (bytes[at + 2] & 0xFF) << 16
                            | (bytes[at + 1] & 0xFF) << 8
                            | (bytes[at] & 0xFF);
        }
    }

    private static void unpackAbgr(byte[] bytes, int offset, int[] row, int width) {
        for (int x = 0, at = offset; x < width; x++, at += 4) {
            row[x] =
                    bytes[at] << 24
                            | (bytes[at + 3] & 0xFF) << 16
                            | (bytes[at + 2] & 0xFF) << 8
                            | (bytes[at + 1] & 0xFF);
        }
    }

    /// Replaces what `onto` has at (`left`, `top`) by `image`, transparency included.
    static void copy(BufferedImage image, BufferedImage onto, int left, int top) {
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            row(image, y, row);
            int at = (top + y) * onto.getWidth() + left;
            System.arraycopy(row, 0, data(onto), at, row.length);
        }
    }

    /// The window of an image.
    static BufferedImage cut(BufferedImage image, int left, int top, BufferedImage into) {
        var row = new int[image.getWidth()];
        int width = into.getWidth();
        for (int y = 0; y < into.getHeight(); y++) {
            row(image, top + y, row);
            System.arraycopy(row, left, data(into), y * width, width);
        }
        return into;
    }

    /// The image without transparency, on white.
    static BufferedImage flattened(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var flat =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var from = data(packed(image));
        var to = data(flat);
        for (int i = 0; i < from.length; i++) {
            int alpha = from[i] >>> 24;
            to[i] =
                    onWhite(from[i] >> 16 & 0xFF, alpha) << 16
                            | onWhite(from[i] >> 8 & 0xFF, alpha) << 8
                            | onWhite(from[i] & 0xFF, alpha);
        }
        return flat;
    }

    private static int onWhite(int channel, int alpha) {
        return (channel * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}

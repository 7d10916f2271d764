package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/// At most 256 colours for one image. Exact if the image has no more than that, else the nearest
/// ones, with the error handed on to the neighbours (Floyd and Steinberg).
final class Palette {

    private static final int OPAQUE_FROM = 128;

    /// The colours as RGB without alpha, sorted if `exact`.
    private final int[] colors;

    private final boolean exact;
    private final boolean transparent;
    private final short[] nearest = new short[1 << 15];

    private Palette(int[] colors, boolean exact, boolean transparent) {
        this.colors = colors;
        this.exact = exact;
        this.transparent = transparent;
        Arrays.fill(nearest, (short) -1);
    }

    static Palette of(BufferedImage image) {
        var pixels = Pixels.data(Pixels.packed(image));
        boolean alpha = image.getColorModel().hasAlpha();
        boolean transparent =
                alpha && Arrays.stream(pixels).anyMatch(argb -> argb >>> 24 < OPAQUE_FROM);
        int room = transparent ? 255 : 256;
        var few =
                Arrays.stream(pixels)
                        .filter(argb -> !alpha || argb >>> 24 >= OPAQUE_FROM)
                        .map(argb -> argb & 0xFFFFFF)
                        .distinct()
                        .limit(room + 1L)
                        .sorted()
                        .toArray();
        return few.length <= room
                ? new Palette(few, true, transparent)
                : new Palette(new MedianCut(pixels, alpha).colors(room), false, transparent);
    }

    /// The image in these colours; below half opacity it is transparent.
    BufferedImage indexed(BufferedImage image) {
        var from = Pixels.packed(image);
        var to =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model());
        var indices = ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
        boolean alpha = image.getColorModel().hasAlpha();
        int width = image.getWidth();
        var row = new int[width];
        var errors = new int[2][(width + 2) * 3];
        for (int y = 0; y < image.getHeight(); y++) {
            Pixels.row(from, y, row);
            var below = errors[(y + 1) % 2];
            Arrays.fill(below, 0);
            for (int x = 0; x < width; x++) {
                boolean hole = alpha && row[x] >>> 24 < OPAQUE_FROM;
                indices[y * width + x] =
                        (byte) (hole ? colors.length : index(row[x], x, errors[y % 2], below));
            }
        }
        return to;
    }

    private IndexColorModel model() {
        var argb = new int[Math.max(2, colors.length + (transparent ? 1 : 0))];
        for (int i = 0; i < colors.length; i++) {
            argb[i] = colors[i] | 0xFF000000;
        }
        int hole = transparent ? colors.length : -1;
        return new IndexColorModel(8, argb.length, argb, 0, transparent, hole, 0);
    }

    private int index(int rgb, int x, int[] errors, int[] below) {
        if (exact) {
            return Arrays.binarySearch(colors, rgb & 0xFFFFFF);
        }
        int at = (x + 1) * 3;
        int red = clamp((rgb >> 16 & 0xFF) + errors[at] / 16);
        int green = clamp((rgb >> 8 & 0xFF) + errors[at + 1] / 16);
        int blue = clamp((rgb & 0xFF) + errors[at + 2] / 16);
        int index = nearest(red, green, blue);
        spread(red - (colors[index] >> 16 & 0xFF), at, errors, below);
        spread(green - (colors[index] >> 8 & 0xFF), at + 1, errors, below);
        spread(blue - (colors[index] & 0xFF), at + 2, errors, below);
        return index;
    }

    private static void spread(int error, int at, int[] errors, int[] below) {
        errors[at + 3] += error * 7;
        below[at - 3] += error * 3;
        below[at] += error * 5;
        below[at + 3] += error;
    }

    private int nearest(int red, int green, int blue) {
        int key = red >> 3 << 10 | green >> 3 << 5 | blue >> 3;
        if (nearest[key] < 0) {
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < colors.length; i++) {
                int r = red - (colors[i] >> 16 & 0xFF);
                int g = green - (colors[i] >> 8 & 0xFF);
                int b = blue - (colors[i] & 0xFF);
                int distance = 2 * r * r + 4 * g * g + b * b;
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            nearest[key] = (short) best;
        }
        return nearest[key];
    }

    private static int clamp(int channel) {
        return Math.clamp(channel, 0, 255);
    }
}

package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// Blurs and sharpens.
final class Sharpness {

    /// Where the Gaussian of an unsharp mask has fallen to this, it is cut off, as libvips does.
    private static final double NEGLIGIBLE = 0.1;

    /// Differences in lightness (of 100) up to this are those of a flat area.
    private static final float FLAT = 2;

    private static final float SLOPE_WHERE_FLAT = 0.5f;
    private static final float SLOPE_WHERE_JAGGED = 1;

    /// The most by which a pixel becomes lighter, and darker; as in libvips.
    private static final float MOST_LIGHTER = 10;

    private static final float MOST_DARKER = 20;

    private Sharpness() {}

    static BufferedImage blurred(BufferedImage image, double sigma, int radius) {
        int width = image.getWidth();
        var blurred = Pixels.blank(image, width, image.getHeight());
        int channels = image.getColorModel().hasAlpha() ? 4 : 3;
        var packed = new int[width];
        Convolution.gaussian(sigma, radius)
                .run(
                        width,
                        image.getHeight(),
                        channels,
                        (row, y) -> {
                            Pixels.row(image, y, packed);
                            FloatPixels.unpack(packed, row, channels);
                        },
                        (row, y) ->
                                FloatPixels.pack(row, Pixels.data(blurred), y * width, channels));
        return blurred;
    }

    static BufferedImage sharpened(BufferedImage image, double sigma) {
        int width = image.getWidth();
        var sharpened = Pixels.blank(image, width, image.getHeight());
        var packed = new int[width];
        var lightness = new float[width];
        mask(sigma)
                .run(
                        width,
                        image.getHeight(),
                        1,
                        (row, y) -> {
                            Pixels.row(image, y, packed);
                            Lightness.of(packed, row);
                        },
                        (row, y) -> {
                            Pixels.row(image, y, packed);
                            Lightness.of(packed, lightness);
                            for (int x = 0; x < width; x++) {
                                float by = correction(lightness[x] - row[x]);
                                packed[x] = Lightness.changed(packed[x], by);
                            }
                            System.arraycopy(packed, 0, Pixels.data(sharpened), y * width, width);
                        });
        return sharpened;
    }

    private static Convolution mask(double sigma) {
        int radius = (int) Math.sqrt(-2 * sigma * sigma * Math.log(NEGLIGIBLE));
        return Convolution.gaussian(sigma, radius);
    }

    private static float correction(float difference) {
        float flat = Math.clamp(difference, -FLAT, FLAT);
        float corrected = flat * SLOPE_WHERE_FLAT + (difference - flat) * SLOPE_WHERE_JAGGED;
        return Math.clamp(corrected, -MOST_DARKER, MOST_LIGHTER);
    }
}

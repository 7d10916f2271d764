package io.imagehandler.engine.thumbnailator;

import io.imagehandler.transformation.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/// Steps that change each pixel for itself and leave its alpha.
final class Tones {

    private Tones() {}

    static BufferedImage brightened(BufferedImage image, int by) {
        return eachValue(image, value -> value + by);
    }

    static BufferedImage contrasted(BufferedImage image, double factor) {
        return eachValue(image, value -> (int) Math.floor(factor * value + 0.5));
    }

    static BufferedImage grey(BufferedImage image) {
        return eachPixel(
                image,
                argb -> {
                    float light =
                            0.2126f * SrgbCurve.light(argb >> 16 & 0xFF)
                                    + 0.7152f * SrgbCurve.light(argb >> 8 & 0xFF)
                                    + 0.0722f * SrgbCurve.light(argb & 0xFF);
                    int grey = (int) (SrgbCurve.channel(light) + 0.5f);
                    return (argb & 0xFF000000) | grey * 0x010101;
                });
    }

    /// The mean of each channel, seen on white.
    static Color average(BufferedImage image) {
        var flat = Pixels.flattened(image);
        var row = new int[flat.getWidth()];
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = 0; y < flat.getHeight(); y++) {
            Pixels.row(flat, y, row);
            for (int rgb : row) {
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        long pixels = (long) flat.getWidth() * flat.getHeight();
        return new Color(mean(red, pixels), mean(green, pixels), mean(blue, pixels));
    }

    private static int mean(long sum, long count) {
        return (int) ((2 * sum + count) / (2 * count));
    }

    private static BufferedImage eachValue(BufferedImage image, IntUnaryOperator change) {
        var table = new int[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = Math.clamp(change.applyAsInt(value), 0, 255);
        }
        return eachPixel(
                image,
                argb ->
                        (argb & 0xFF000000)
                                | table[argb >> 16 & 0xFF] << 16
                                | table[argb >> 8 & 0xFF] << 8
                                | table[argb & 0xFF]);
    }

    private static BufferedImage eachPixel(BufferedImage image, IntUnaryOperator change) {
        int width = image.getWidth();
        var changed = Pixels.blank(image, width, image.getHeight());
        var data = Pixels.data(changed);
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            Pixels.row(image, y, row);
            for (int x = 0; x < width; x++) {
                data[y * width + x] = change.applyAsInt(row[x]);
            }
        }
        return changed;
    }
}

package io.imagehandler.testpictures;

import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntBinaryOperator;

/// Pictures in memory, drawn by rule so that every pixel of them is known.
public final class Pictures {

    /// The colours of [#nineCells], row by row.
    public static final List<Color> NINE =
            List.of(
                    new Color(0xE02020),
                    new Color(0x20A020),
                    new Color(0x2020E0),
                    new Color(0xE0E020),
                    new Color(0x808080),
                    new Color(0x20E0E0),
                    new Color(0xE020E0),
                    new Color(0x202020),
                    new Color(0xF0F0F0));

    private Pictures() {}

    /// Each pixel by its column and row, as non-premultiplied ARGB.
    public static BufferedImage of(Size size, IntBinaryOperator argb) {
        return filled(
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB), argb);
    }

    /// Each pixel by its column and row, as RGB; opaque.
    public static BufferedImage opaque(Size size, IntBinaryOperator rgb) {
        return filled(
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB), rgb);
    }

    public static BufferedImage flat(Size size, Color color) {
        return color.getAlpha() == 255
                ? opaque(size, (_, _) -> color.getRGB())
                : of(size, (_, _) -> color.getRGB());
    }

    /// Nine flat cells of the colours [#NINE].
    public static BufferedImage nineCells(Size size) {
        return opaque(
                size,
                (x, y) -> NINE.get(y * 3 / size.height() * 3 + x * 3 / size.width()).getRGB());
    }

    /// Red grows from left to right, green from top to bottom, each from 0 to 255.
    public static BufferedImage gradient(Size size) {
        return opaque(
                size,
                (x, y) ->
                        (x * 255 / Math.max(1, size.width() - 1)) << 16
                                | (y * 255 / Math.max(1, size.height() - 1)) << 8
                                | 0x40);
    }

    /// Black left of column `edge`, white from there on.
    public static BufferedImage edge(Size size, int edge) {
        return opaque(size, (x, _) -> x < edge ? 0 : 0xFFFFFF);
    }

    /// Black and white pixels in turn: what a careless kernel turns into stripes.
    public static BufferedImage checkerboard(Size size) {
        return opaque(size, (x, y) -> ((x + y) & 1) == 0 ? 0 : 0xFFFFFF);
    }

    /// Noise that compresses badly, the same every time.
    public static BufferedImage noise(Size size) {
        return opaque(
                size,
                (x, y) -> {
                    int hash = (x * 0x9E3779B1) ^ (y * 0x85EBCA77);
                    hash ^= hash >>> 15;
                    hash *= 0xC2B2AE3D;
                    return (hash ^ hash >>> 13) & 0xFFFFFF;
                });
    }

    /// A meadow below a sky: shades, grain, a hard edge, a small bright sun, and a face's colour.
    public static BufferedImage landscape(Size size) {
        var grain = noise(size);
        return opaque(
                size,
                (x, y) -> {
                    double across = (x + 0.5) / size.width();
                    double down = (y + 0.5) / size.height();
                    double hill = 0.6 + 0.1 * Math.sin(across * 9);
                    int speck = (grain.getRGB(x, y) & 0x1F) - 16;
                    if (Math.hypot(across - 0.75, (down - 0.25) * 0.7) < 0.09) {
                        return rgb(255, 236, 150);
                    }
                    if (Math.hypot(across - 0.3, (down - 0.6) * 0.7) < 0.1) {
                        return rgb(224 - (int) (40 * down), 172, 140);
                    }
                    return down < hill
                            ? rgb(90 + (int) (110 * down), 140 + (int) (80 * down), 230)
                            : rgb(70 + speck, 120 + 2 * speck, 40 + speck);
                });
    }

    private static int rgb(int red, int green, int blue) {
        return Math.clamp(red, 0, 255) << 16
                | Math.clamp(green, 0, 255) << 8
                | Math.clamp(blue, 0, 255);
    }

    static BufferedImage redrawn(BufferedImage image, int type) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static BufferedImage filled(BufferedImage image, IntBinaryOperator argb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, argb.applyAsInt(x, y));
            }
        }
        return image;
    }
}

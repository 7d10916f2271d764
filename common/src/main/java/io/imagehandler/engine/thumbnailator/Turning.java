package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.plan.Step;
import java.awt.image.BufferedImage;

/// Turns and mirrors. Java2D's own rotation leaves jagged borders and lets no white come in.
final class Turning {

    private Turning() {}

    /// Moves pixels and changes none: mirrors left to right if told so, then turns clockwise.
    ///
    /// @param degrees 0, 90, 180 or 270
    static BufferedImage quarters(BufferedImage image, boolean mirrored, int degrees) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = degrees % 180 != 0;
        var turned = Pixels.blank(image, lying ? height : width, lying ? width : height);
        var to = Pixels.data(turned);
        // Where the first pixel goes, and how far apart its neighbours to the right and below go.
        int stride = turned.getWidth();
        int last = to.length - 1;
        int first =
                switch (degrees) {
                    case 0 -> 0;
                    case 90 -> stride - 1;
                    case 180 -> last;
                    default -> last - stride + 1;
                };
        int right =
                switch (degrees) {
                    case 0 -> 1;
                    case 90 -> stride;
                    case 180 -> -1;
                    default -> -stride;
                };
        int below =
                switch (degrees) {
                    case 0 -> stride;
                    case 90 -> -1;
                    case 180 -> -stride;
                    default -> 1;
                };
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            Pixels.row(image, y, row);
            int at = first + y * below + (mirrored ? (width - 1) * right : 0);
            for (int x = 0; x < width; x++, at += mirrored ? -right : right) {
                to[at] = row[x];
            }
        }
        return turned;
    }

    /// Turns clockwise about the centre.
    static BufferedImage any(BufferedImage image, Step.Turn turn) {
        var size = turn.size();
        int around = around(turn.surroundings());
        int type = around == 0 ? BufferedImage.TYPE_INT_ARGB : Pixels.type(image);
        var source = Pixels.packed(image);
        var turned = new BufferedImage(size.width(), size.height(), type);
        var data = Pixels.data(turned);
        double cos = Math.cos(Math.toRadians(turn.degrees()));
        double sin = Math.sin(Math.toRadians(turn.degrees()));
        for (int y = 0; y < size.height(); y++) {
            double down = y + 0.5 - size.height() / 2.0;
            for (int x = 0; x < size.width(); x++) {
                double across = x + 0.5 - size.width() / 2.0;
                data[y * size.width() + x] =
                        at(
                                source,
                                around,
                                across * cos + down * sin + source.getWidth() / 2.0 - 0.5,
                                down * cos - across * sin + source.getHeight() / 2.0 - 0.5);
            }
        }
        return turned;
    }

    private static int around(Step.Surroundings surroundings) {
        return switch (surroundings) {
            case WHITE -> 0xFFFFFFFF;
            case TRANSPARENT -> 0;
        };
    }

    /// The colour between the pixels of an image that is surrounded by the colour `around`.
    private static int at(BufferedImage image, int around, double x, double y) {
        if (x < -2 || y < -2 || x > image.getWidth() + 1 || y > image.getHeight() + 1) {
            return around;
        }
        int left = (int) Math.floor(x) - 1;
        int top = (int) Math.floor(y) - 1;
        float red = 0;
        float green = 0;
        float blue = 0;
        float alpha = 0;
        for (int row = 0; row < 4; row++) {
            float vertical = kernel(y - (top + row));
            for (int column = 0; column < 4; column++) {
                int argb = pixel(image, around, left + column, top + row);
                float weight = vertical * kernel(x - (left + column));
                float opaque = weight * (argb >>> 24) / 255f;
                red += opaque * (argb >> 16 & 0xFF);
                green += opaque * (argb >> 8 & 0xFF);
                blue += opaque * (argb & 0xFF);
                alpha += weight * (argb >>> 24);
            }
        }
        return FloatPixels.pack(red, green, blue, alpha);
    }

    private static int pixel(BufferedImage image, int around, int x, int y) {
        if (x < 0 || y < 0 || x >= image.getWidth() || y >= image.getHeight()) {
            return around;
        }
        int argb = Pixels.data(image)[y * image.getWidth() + x];
        return image.getColorModel().hasAlpha() ? argb : argb | 0xFF000000;
    }

    /// The cubic of Catmull and Rom.
    private static float kernel(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (float) ((1.5 * x - 2.5) * x * x + 1);
        }
        return x < 2 ? (float) (((-0.5 * x + 2.5) * x - 4) * x + 2) : 0;
    }
}

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
        var source = new Bicubic(Pixels.packed(image), around);
        var turned = new BufferedImage(size.width(), size.height(), type);
        var data = Pixels.data(turned);
        double cos = Math.cos(Math.toRadians(turn.degrees()));
        double sin = Math.sin(Math.toRadians(turn.degrees()));
        for (int y = 0; y < size.height(); y++) {
            Patience.check();
            double down = y + 0.5 - size.height() / 2.0;
            for (int x = 0; x < size.width(); x++) {
                double across = x + 0.5 - size.width() / 2.0;
                data[y * size.width() + x] =
                        source.at(
                                across * cos + down * sin + image.getWidth() / 2.0 - 0.5,
                                down * cos - across * sin + image.getHeight() / 2.0 - 0.5);
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
}

package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// One image seen through another.
final class Over {

    private Over() {}

    /// Puts `image` over `onto`, an image of integers, its upper left corner at (`left`, `top`);
    /// what lies outside is cut off.
    static void put(BufferedImage image, BufferedImage onto, int left, int top) {
        var above = new int[image.getWidth()];
        var below = Pixels.data(onto);
        boolean opaque = !onto.getColorModel().hasAlpha();
        int first = Math.max(0, -left);
        int end = Math.min(image.getWidth(), onto.getWidth() - left);
        int bottom = Math.min(image.getHeight(), onto.getHeight() - top);
        for (int y = Math.max(0, -top); y < bottom; y++) {
            Pixels.row(image, y, above);
            int to = (top + y) * onto.getWidth() + left;
            for (int x = first; x < end; x++) {
                int through = below[to + x];
                below[to + x] = mixed(above[x], opaque ? 0xFF000000 | through : through);
            }
        }
    }

    private static int mixed(int above, int below) {
        int alpha = above >>> 24;
        if (alpha == 255 || below >>> 24 == 0) {
            return above;
        }
        if (alpha == 0) {
            return below;
        }
        int weightAbove = alpha * 255;
        int weightBelow = (below >>> 24) * (255 - alpha);
        int weight = weightAbove + weightBelow;
        return ((weight + 127) / 255) << 24
                | mixed(above >> 16 & 0xFF, weightAbove, below >> 16 & 0xFF, weightBelow) << 16
                | mixed(above >> 8 & 0xFF, weightAbove, below >> 8 & 0xFF, weightBelow) << 8
                | mixed(above & 0xFF, weightAbove, below & 0xFF, weightBelow);
    }

    private static int mixed(int above, int weightAbove, int below, int weightBelow) {
        int weight = weightAbove + weightBelow;
        return (above * weightAbove + below * weightBelow + weight / 2) / weight;
    }
}

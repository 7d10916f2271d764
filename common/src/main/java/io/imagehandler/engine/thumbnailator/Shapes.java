package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// Cuts round shapes out of images.
final class Shapes {

    private Shapes() {}

    /// The square at (`left`, `top`), transparent outside its disc.
    static BufferedImage disc(BufferedImage image, int left, int top, int side) {
        var disc = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Pixels.cut(image, left, top, disc);
        new Circle(side / 2.0, side / 2.0, side / 2.0).clip(disc, 0, 0, side);
        return disc;
    }

    /// The image, transparent outside the quarter circles in its corners.
    static BufferedImage rounded(BufferedImage image, int radius) {
        int width = image.getWidth();
        int height = image.getHeight();
        var rounded = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Pixels.copy(image, rounded, 0, 0);
        int right = width - radius;
        int bottom = height - radius;
        new Circle(radius, radius, radius).clip(rounded, 0, 0, radius);
        new Circle(right, radius, radius).clip(rounded, right, 0, radius);
        new Circle(radius, bottom, radius).clip(rounded, 0, bottom, radius);
        new Circle(right, bottom, radius).clip(rounded, right, bottom, radius);
        return rounded;
    }

    /// Of this centre, in pixels from the upper left corner of an image.
    private record Circle(double across, double down, double radius) {

        /// Pixels further from the edge than this, half a diagonal and a little, are not on it.
        private static final double REACH = 0.75;

        private static final int SAMPLES = 16;

        /// Makes transparent what lies outside, in the square at (`left`, `top`).
        void clip(BufferedImage image, int left, int top, int side) {
            var data = Pixels.data(image);
            for (int y = top; y < top + side; y++) {
                for (int x = left; x < left + side; x++) {
                    double covered = covered(x, y);
                    if (covered < 1) {
                        int at = y * image.getWidth() + x;
                        int alpha = (int) ((data[at] >>> 24) * covered + 0.5);
                        data[at] = alpha == 0 ? 0 : alpha << 24 | (data[at] & 0xFFFFFF);
                    }
                }
            }
        }

        /// How much of a pixel lies inside, 0 to 1; at the edge counted in samples.
        private double covered(int x, int y) {
            double right = x + 0.5 - across;
            double below = y + 0.5 - down;
            double far = Math.sqrt(right * right + below * below);
            if (Math.abs(far - radius) > REACH) {
                return far < radius ? 1 : 0;
            }
            int hits = 0;
            for (int row = 0; row < SAMPLES; row++) {
                double v = y + (row + 0.5) / SAMPLES - down;
                for (int column = 0; column < SAMPLES; column++) {
                    double u = x + (column + 0.5) / SAMPLES - across;
                    hits += u * u + v * v <= radius * radius ? 1 : 0;
                }
            }
            return (double) hits / (SAMPLES * SAMPLES);
        }
    }
}

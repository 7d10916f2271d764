package io.imagehandler.testpictures;

import java.awt.image.BufferedImage;

/// Pixels as doubles: red, green and blue times opacity, and alpha, each 0 to 255. In this form
/// pictures are mixed, blurred and compared.
public final class Premultiplied {

    private final int width;
    private final int height;
    private final double[] values;

    private Premultiplied(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new double[width * height * 4];
    }

    public static Premultiplied of(BufferedImage image) {
        var pixels = new Premultiplied(image.getWidth(), image.getHeight());
        for (int i = 0; i < pixels.width * pixels.height; i++) {
            int argb = image.getRGB(i % pixels.width, i / pixels.width);
            int alpha = argb >>> 24;
            pixels.values[4 * i] = (argb >> 16 & 0xFF) * alpha / 255.0;
            pixels.values[4 * i + 1] = (argb >> 8 & 0xFF) * alpha / 255.0;
            pixels.values[4 * i + 2] = (argb & 0xFF) * alpha / 255.0;
            pixels.values[4 * i + 3] = alpha;
        }
        return pixels;
    }

    /// Puts a picture over this one, its corner at (`left`, `top`); what lies outside is cut off.
    ///
    /// @param opacity 0 to 1, times which the picture's alpha counts
    public void put(BufferedImage image, int left, int top, double opacity) {
        var over = of(image);
        for (int y = Math.max(0, top); y < Math.min(height, top + over.height); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + over.width); x++) {
                int from = ((y - top) * over.width + x - left) * 4;
                double shines = 1 - over.values[from + 3] * opacity / 255;
                for (int i = 0; i < 4; i++) {
                    int to = (y * width + x) * 4 + i;
                    values[to] = over.values[from + i] * opacity + values[to] * shines;
                }
            }
        }
    }

    /// Under a Gaussian cut off at `radius` in each direction; beyond the edge it is repeated.
    public Premultiplied blurred(double sigma, int radius) {
        var weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return blurred(weights, 1, 0).blurred(weights, 0, 1);
    }

    private Premultiplied blurred(double[] weights, int right, int down) {
        var result = new Premultiplied(width, height);
        int radius = weights.length / 2;
        for (int i = 0; i < values.length; i++) {
            for (int k = -radius; k <= radius; k++) {
                int x = Math.clamp(i / 4 % width + (long) k * right, 0, width - 1);
                int y = Math.clamp(i / 4 / width + (long) k * down, 0, height - 1);
                result.values[i] += weights[k + radius] * values[(y * width + x) * 4 + i % 4];
            }
        }
        return result;
    }

    /// The mean of all differences between two pictures of one size.
    public double meanDifference(Premultiplied other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - other.values[i]);
        }
        return sum / values.length;
    }

    /// The largest of all differences between two pictures of one size.
    public double mostDifference(Premultiplied other) {
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            most = Math.max(most, Math.abs(values[i] - other.values[i]));
        }
        return most;
    }
}

package io.imagehandler.testpictures;

import java.awt.image.BufferedImage;

/// How far two pictures of one size are apart to the eye: by the distances in CIELAB between what
/// is seen around each pixel (the mean of 3 x 3), on white or on black, whichever shows more.
///
/// @param mean over all pixels
/// @param most of all pixels
public record Likeness(double mean, double most) {

    private static final int[] PAGES = {255, 0};

    public static Likeness of(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        if (width != other.getWidth() || height != other.getHeight()) {
            throw new IllegalArgumentException("the pictures must be of one size but are not");
        }
        double sum = 0;
        double most = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = 0;
                for (int page : PAGES) {
                    double onPage = seen(one, x, y, page).distance(seen(other, x, y, page));
                    distance = Math.max(distance, onPage);
                }
                sum += distance;
                most = Math.max(most, distance);
            }
        }
        return new Likeness(sum / width / height, most);
    }

    private static Lab seen(BufferedImage image, int x, int y, int page) {
        var sum = new double[3];
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(image.getHeight() - 1, y + 1); row++) {
            for (int at = Math.max(0, x - 1); at <= Math.min(image.getWidth() - 1, x + 1); at++) {
                int argb = image.getRGB(at, row);
                double opaque = (argb >>> 24) / 255.0;
                for (int channel = 0; channel < 3; channel++) {
                    int value = argb >> (16 - 8 * channel) & 0xFF;
                    sum[channel] += value * opaque + page * (1 - opaque);
                }
                count++;
            }
        }
        return Lab.of(sum[0] / count, sum[1] / count, sum[2] / count);
    }
}

package io.imagehandler.benchmarks.measure;

import java.awt.image.BufferedImage;

/// How much one picture looks like another of the same size, by their lightness.
///
/// @param ssim the mean structural similarity over windows of 8 x 8 pixels, 4 apart, with the
///   constants of Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error
///   visibility to structural similarity", IEEE Transactions on Image Processing 13 (2004); 1 if
///   they are equal
/// @param psnr the peak signal-to-noise ratio in dB; infinite if they are equal
public record Similarity(double ssim, double psnr) {

    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double LUMINANCE = Math.pow(0.01 * 255, 2);
    private static final double CONTRAST = Math.pow(0.03 * 255, 2);

    /// @throws IllegalArgumentException if their sizes differ
    public static Similarity of(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            throw new IllegalArgumentException("the pictures are of different sizes");
        }
        double[] first = lightness(one);
        double[] second = lightness(other);
        return new Similarity(
                ssim(first, second, one.getWidth(), one.getHeight()), psnr(first, second));
    }

    private static double psnr(double[] first, double[] second) {
        double squares = 0;
        for (int i = 0; i < first.length; i++) {
            squares += (first[i] - second[i]) * (first[i] - second[i]);
        }
        return 10 * Math.log10(255.0 * 255 * first.length / squares);
    }

    private static double ssim(double[] first, double[] second, int width, int height) {
        double sum = 0;
        int windows = 0;
        for (int top = 0; top + WINDOW <= height; top += STEP) {
            for (int left = 0; left + WINDOW <= width; left += STEP) {
                sum += window(first, second, top * width + left, width);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(double[] first, double[] second, int start, int width) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int y = 0; y < WINDOW; y++) {
            for (int i = start + y * width; i < start + y * width + WINDOW; i++) {
                sumA += first[i];
                sumB += second[i];
                squaresA += first[i] * first[i];
                squaresB += second[i] * second[i];
                products += first[i] * second[i];
            }
        }
        int n = WINDOW * WINDOW;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = squaresA / n - meanA * meanA;
        double varianceB = squaresB / n - meanB * meanB;
        double covariance = products / n - meanA * meanB;
        return (2 * meanA * meanB + LUMINANCE)
                * (2 * covariance + CONTRAST)
                / ((meanA * meanA + meanB * meanB + LUMINANCE)
                        * (varianceA + varianceB + CONTRAST));
    }

    /// Of Rec. 601, as JPEG has it.
    private static double[] lightness(BufferedImage image) {
        int width = image.getWidth();
        var values = new double[width * image.getHeight()];
        for (int i = 0; i < values.length; i++) {
            int rgb = image.getRGB(i % width, i / width);
            values[i] =
                    0.299 * ((rgb >> 16) & 0xFF)
                            + 0.587 * ((rgb >> 8) & 0xFF)
                            + 0.114 * (rgb & 0xFF);
        }
        return values;
    }
}

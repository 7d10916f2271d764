package io.imagehandler.engine.thumbnailator;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/// A Gaussian over the rows of a picture, first along each and then across them. Pixels beyond the
/// edge repeat it. Holds no more rows than the kernel is high.
///
/// @param weights from the centre outwards; all of them, each but the first twice, make 1
@SuppressWarnings("ArrayRecordComponent")
record Convolution(float[] weights) {

    /// Cut off `radius` pixels from the centre and renormalised.
    ///
    /// @param sigma the standard deviation in pixels
    static Convolution gaussian(double sigma, int radius) {
        var weights = new float[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            double weight = Math.exp(-i * i / (2 * sigma * sigma));
            weights[i] = (float) weight;
            sum += i == 0 ? weight : 2 * weight;
        }
        for (int i = 0; i <= radius; i++) {
            weights[i] /= (float) sum;
        }
        return new Convolution(weights);
    }

    /// Calls `to` with every row of the result, which it must not keep.
    ///
    /// @param from fills a row's pixels
    /// @param channels numbers a pixel
    void run(
            int width,
            int height,
            int channels,
            ObjIntConsumer<float[]> from,
            ObjIntConsumer<float[]> to) {
        int radius = weights.length - 1;
        var ring = new float[Math.min(height, 2 * radius + 1)][width * channels];
        var row = new float[width * channels];
        int read = 0;
        for (int y = 0; y < height; y++) {
            for (; read <= Math.min(y + radius, height - 1); read++) {
                from.accept(row, read);
                along(row, channels, ring[read % ring.length]);
            }
            Arrays.fill(row, 0);
            add(ring[y % ring.length], weights[0], row);
            for (int i = 1; i <= radius; i++) {
                add(ring[Math.max(y - i, 0) % ring.length], weights[i], row);
                add(ring[Math.min(y + i, height - 1) % ring.length], weights[i], row);
            }
            to.accept(row, y);
        }
    }

    private void along(float[] row, int channels, float[] into) {
        int radius = weights.length - 1;
        var padded = padded(row, channels, radius);
        Arrays.fill(into, 0);
        for (int k = -radius; k <= radius; k++) {
            float weight = weights[Math.abs(k)];
            int offset = (radius + k) * channels;
            for (int i = 0; i < into.length; i++) {
                into[i] += weight * padded[offset + i];
            }
        }
    }

    private static float[] padded(float[] row, int channels, int radius) {
        var padded = new float[row.length + 2 * radius * channels];
        System.arraycopy(row, 0, padded, radius * channels, row.length);
        for (int i = 0; i < radius * channels; i++) {
            padded[i] = row[i % channels];
            padded[padded.length - 1 - i] = row[row.length - 1 - i % channels];
        }
        return padded;
    }

    private static void add(float[] row, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }
}

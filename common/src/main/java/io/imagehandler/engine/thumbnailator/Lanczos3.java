package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizer;

/// Stretches an image with a Lanczos kernel of three lobes, alpha premultiplied, and computes only
/// the window that is asked for: the size of the target.
///
/// Runs through the rows once and holds no more of them than the kernel is high.
final class Lanczos3 implements Resizer {

    private static final int LOBES = 3;

    private final Axis across;
    private final Axis down;

    Lanczos3(Axis across, Axis down) {
        this.across = across;
        this.down = down;
    }

    @Override
    public void resize(BufferedImage source, BufferedImage target) {
        int channels = target.getColorModel().hasAlpha() ? 4 : 3;
        var columns = across.taps(source.getWidth(), target.getWidth());
        var rows = down.taps(source.getHeight(), target.getHeight());
        var ring = new float[most(rows)][target.getWidth() * channels];
        var packed = new int[source.getWidth()];
        var unpacked = new float[source.getWidth() * channels];
        int read = rows[0].first();
        for (int y = 0; y < rows.length; y++) {
            var taps = rows[y];
            read = Math.max(read, taps.first());
            for (; read < taps.first() + taps.weights().length; read++) {
                Pixels.row(source, read, packed);
                FloatPixels.unpack(packed, unpacked, channels);
                stretch(unpacked, columns, ring[read % ring.length], channels);
            }
            var sum = new float[target.getWidth() * channels];
            for (int i = 0; i < taps.weights().length; i++) {
                add(ring[(taps.first() + i) % ring.length], taps.weights()[i], sum);
            }
            FloatPixels.pack(sum, Pixels.data(target), y * target.getWidth(), channels);
        }
    }

    private static int most(Taps[] all) {
        int most = 0;
        for (var taps : all) {
            most = Math.max(most, taps.weights().length);
        }
        return most;
    }

    private static void stretch(float[] from, Taps[] columns, float[] to, int channels) {
        for (int x = 0; x < columns.length; x++) {
            var weights = columns[x].weights();
            int at = columns[x].first() * channels;
            float red = 0;
            float green = 0;
            float blue = 0;
            float alpha = 0;
            for (float weight : weights) {
                red += weight * from[at];
                green += weight * from[at + 1];
                blue += weight * from[at + 2];
                if (channels == 4) {
                    alpha += weight * from[at + 3];
                }
                at += channels;
            }
            to[x * channels] = red;
            to[x * channels + 1] = green;
            to[x * channels + 2] = blue;
            if (channels == 4) {
                to[x * channels + 3] = alpha;
            }
        }
    }

    private static void add(float[] row, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    /// One direction.
    ///
    /// @param source how many pixels of the image make up the whole picture; a fraction if the last
    ///   one is only partly of it
    /// @param scaled how many pixels the whole picture becomes
    /// @param skipped how many of those lie before the window
    record Axis(double source, int scaled, int skipped) {

        /// What makes each pixel of the window.
        Taps[] taps(int available, int window) {
            var all = new Taps[window];
            for (int i = 0; i < window; i++) {
                all[i] = taps((skipped + i + 0.5) * source / scaled, available);
            }
            return all;
        }

        private Taps taps(double middle, int available) {
            double stretch = Math.max(1, source / scaled);
            double reach = LOBES * stretch;
            int first = Math.clamp((long) Math.ceil(middle - reach - 0.5), 0, available - 1);
            int last = Math.clamp((long) Math.floor(middle + reach - 0.5), first, available - 1);
            var weights = new float[last - first + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) kernel((first + i + 0.5 - middle) / stretch);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= (float) sum;
            }
            return new Taps(first, weights);
        }

        private static double kernel(double x) {
            if (Math.abs(x) < 1e-9) {
                return 1;
            }
            if (Math.abs(x) >= LOBES) {
                return 0;
            }
            double angle = Math.PI * x;
            return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
        }
    }

    /// How much each of the source's pixels from `first` on counts; all weights make 1.
    @SuppressWarnings("ArrayRecordComponent")
    record Taps(int first, float[] weights) {}
}

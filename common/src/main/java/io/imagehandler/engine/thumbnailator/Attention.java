package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds the window of a picture that draws most attention, by edges, skin tones and saturation
/// seen from afar. Computes in whole numbers, so that equal windows are equal.
final class Attention {

    /// The long side of the picture seen from afar, in pixels.
    private static final int AFAR = 128;

    private final BufferedImage image;
    private final long[] sums;

    private Attention(Picture picture) {
        image = Pixels.packed(fromAfar(picture));
        sums = sums();
    }

    /// The window of that size, which the picture has room for.
    static Step.Cut window(Picture picture, Size size) {
        return new Attention(picture).window(picture.size(), size);
    }

    private static BufferedImage fromAfar(Picture picture) {
        var size = picture.size();
        int longest = Math.max(size.width(), size.height());
        if (longest <= AFAR) {
            return picture.image();
        }
        var afar =
                new Size(
                        Math.max(1, size.width() * AFAR / longest),
                        Math.max(1, size.height() * AFAR / longest));
        return picture.scaled(new Step.ScaleAndCut(afar, 0, 0, afar));
    }

    private Step.Cut window(Size whole, Size size) {
        int width = Math.max(1, image.getWidth() * size.width() / whole.width());
        int height = Math.max(1, image.getHeight() * size.height() / whole.height());
        int right = image.getWidth() - width;
        int bottom = image.getHeight() - height;
        var best =
                IntStream.range(0, (right + 1) * (bottom + 1))
                        .mapToObj(i -> {
                            int left = i % (right + 1);
                            int top = i / (right + 1);
                            int aside = Math.abs(2 * left - right) + Math.abs(2 * top - bottom);
                            return new Place(left, top, score(left, top, width, height), aside);
                        })
                        .max(Place.ORDER)
                        .orElseThrow();
        return new Step.Cut(
                scaled(best.left(), right, whole.width() - size.width()),
                scaled(best.top(), bottom, whole.height() - size.height()),
                size);
    }

    private static int scaled(int place, int places, int pixels) {
        return places == 0 ? pixels / 2 : (place * pixels + places / 2) / places;
    }

    /// What lies in the middle of the window counts twice, and more than twice in its very middle.
    private long score(int left, int top, int width, int height) {
        return sum(left, top, width, height)
                + sum(left + width / 4, top + height / 4, width - width / 2, height - height / 2)
                + sum(
                        left + width * 3 / 8,
                        top + height * 3 / 8,
                        width - width * 3 / 4,
                        height - height * 3 / 4);
    }

    private long sum(int left, int top, int width, int height) {
        int stride = image.getWidth() + 1;
        int upper = top * stride + left;
        int lower = (top + height) * stride + left;
        return sums[lower + width] - sums[lower] - sums[upper + width] + sums[upper];
    }

    /// For each pixel, all that lies above and to the left of it.
    private long[] sums() {
        int stride = image.getWidth() + 1;
        var table = new long[stride * (image.getHeight() + 1)];
        for (int y = 0; y < image.getHeight(); y++) {
            long row = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                row += Saliency.of(image, x, y);
                table[(y + 1) * stride + x + 1] = table[y * stride + x + 1] + row;
            }
        }
        return table;
    }

    /// A window as seen from afar; of equal ones, that nearest to the middle is best.
    private record Place(int left, int top, long score, int aside) {

        static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::score)
                        .thenComparing(Place::aside, Comparator.reverseOrder())
                        .thenComparing(Place::top, Comparator.reverseOrder())
                        .thenComparing(Place::left, Comparator.reverseOrder());
    }
}

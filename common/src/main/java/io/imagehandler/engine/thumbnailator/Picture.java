package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;

/// An image with the halves, quarters and so on of it that were needed so far, so that many small
/// renditions of one large source do not each begin with all of its pixels.
final class Picture {

    private final List<BufferedImage> halvings = new ArrayList<>();

    Picture(BufferedImage image) {
        halvings.add(image);
    }

    BufferedImage image() {
        return halvings.getFirst();
    }

    Size size() {
        return new Size(image().getWidth(), image().getHeight());
    }

    /// The window of the stretched picture, by a Lanczos kernel that Thumbnailator runs.
    BufferedImage scaled(Step.ScaleAndCut step) {
        var size = size();
        double shrink =
                Math.min(
                        (double) size.width() / step.scaled().width(),
                        (double) size.height() / step.scaled().height());
        // What is left to the kernel is at least a half, so nobody sees that boxes came before it.
        int times = Math.max(0, Math.getExponent(shrink) - 1);
        var kernel =
                new Lanczos3(
                        new Lanczos3.Axis(
                                Math.scalb((double) size.width(), -times),
                                step.scaled().width(),
                                step.left()),
                        new Lanczos3.Axis(
                                Math.scalb((double) size.height(), -times),
                                step.scaled().height(),
                                step.top()));
        try {
            return Thumbnails.of(halved(times))
                    .forceSize(step.window().width(), step.window().height())
                    .imageType(Pixels.type(image()))
                    .resizer(kernel)
                    .asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The image with each side divided by 2 to the power of `times`, rounded up.
    private BufferedImage halved(int times) {
        while (halvings.size() <= times) {
            halvings.add(half(halvings.getLast()));
        }
        return halvings.get(times);
    }

    private static BufferedImage half(BufferedImage image) {
        int width = (image.getWidth() + 1) / 2;
        int height = (image.getHeight() + 1) / 2;
        var half = Pixels.blank(image, width, height);
        var data = Pixels.data(half);
        var upper = new int[image.getWidth()];
        var lower = new int[image.getWidth()];
        for (int y = 0; y < height; y++) {
            Pixels.row(image, 2 * y, upper);
            Pixels.row(image, Math.min(2 * y + 1, image.getHeight() - 1), lower);
            for (int x = 0; x < width; x++) {
                int right = Math.min(2 * x + 1, upper.length - 1);
                data[y * width + x] = mean(upper[2 * x], upper[right], lower[2 * x], lower[right]);
            }
        }
        return half;
    }

    private static int mean(int a, int b, int c, int d) {
        if ((a & b & c & d) >>> 24 == 255) {
            int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
            int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00);
            return 0xFF000000
                    | ((redBlue + 0x20002) >> 2 & 0xFF00FF)
                    | ((green + 0x200) >> 2 & 0xFF00);
        }
        int alpha = (a >>> 24) + (b >>> 24) + (c >>> 24) + (d >>> 24);
        if (alpha == 0) {
            return 0;
        }
        int mean = ((alpha + 2) / 4) << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = weighed(a, shift) + weighed(b, shift) + weighed(c, shift) + weighed(d, shift);
            mean |= ((sum + alpha / 2) / alpha) << shift;
        }
        return mean;
    }

    private static int weighed(int argb, int shift) {
        return (argb >> shift & 0xFF) * (argb >>> 24);
    }
}

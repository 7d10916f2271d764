package io.imagehandler.engine.thumbnailator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides the colours of an image into boxes of about as many pixels each, again and again the one
/// that is worst off, along its longest side.
final class MedianCut {

    private final int[] count = new int[1 << 15];
    private final long[] red = new long[1 << 15];
    private final long[] green = new long[1 << 15];
    private final long[] blue = new long[1 << 15];

    /// @param alpha whether the pixels' alpha counts; those below half opacity are left out
    MedianCut(int[] pixels, boolean alpha) {
        for (int argb : pixels) {
            if (!alpha || argb < 0) { // alpha of 128 and more is the sign bit
                int bin = (argb >> 9 & 0x7C00) | (argb >> 6 & 0x3E0) | (argb >> 3 & 0x1F);
                count[bin]++;
                red[bin] += argb >> 16 & 0xFF;
                green[bin] += argb >> 8 & 0xFF;
                blue[bin] += argb & 0xFF;
            }
        }
    }

    /// At most so many colours, as RGB.
    int[] colors(int most) {
        var boxes = new ArrayList<Box>();
        boxes.add(box(IntStream.range(0, count.length).filter(i -> count[i] > 0).boxed().toList()));
        while (boxes.size() < most) {
            var worst = boxes.stream().max(Comparator.comparingLong(Box::need)).orElseThrow();
            if (worst.need() == 0) {
                break;
            }
            boxes.remove(worst);
            var sorted =
                    worst.bins().stream()
                            .sorted(Comparator.comparingInt(bin -> bin >> worst.shift() & 0x1F))
                            .toList();
            int middle = middle(sorted);
            boxes.add(box(sorted.subList(0, middle)));
            boxes.add(box(sorted.subList(middle, sorted.size())));
        }
        return boxes.stream().mapToInt(this::mean).toArray();
    }

    /// Where half of the pixels lie before, and on either side is something.
    private int middle(List<Integer> bins) {
        long half = bins.stream().mapToLong(bin -> count[bin]).sum() / 2;
        long before = 0;
        int at = 0;
        while (at < bins.size() - 1 && before + count[bins.get(at)] <= half) {
            before += count[bins.get(at)];
            at++;
        }
        return Math.max(1, at);
    }

    private Box box(List<Integer> bins) {
        int longest = 0;
        int shift = 0;
        for (int axis = 0; axis <= 10; axis += 5) {
            int side = axis;
            var range = bins.stream().mapToInt(bin -> bin >> side & 0x1F).summaryStatistics();
            if (range.getMax() - range.getMin() > longest) {
                longest = range.getMax() - range.getMin();
                shift = axis;
            }
        }
        long pixels = bins.stream().mapToLong(bin -> count[bin]).sum();
        return new Box(bins, shift, pixels * longest * longest);
    }

    private int mean(Box box) {
        long pixels = 0;
        long r = 0;
        long g = 0;
        long b = 0;
        for (int bin : box.bins()) {
            pixels += count[bin];
            r += red[bin];
            g += green[bin];
            b += blue[bin];
        }
        long half = pixels / 2;
        return (int) ((r + half) / pixels) << 16
                | (int) ((g + half) / pixels) << 8
                | (int) ((b + half) / pixels);
    }

    /// @param bins the colours in it, 5 bits a channel
    /// @param shift the bits of its longest side
    /// @param need how badly it must be divided; 0 if it cannot be
    private record Box(List<Integer> bins, int shift, long need) {}
}

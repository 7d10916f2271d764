package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.ProcessorClock;
import io.imagehandler.benchmarks.pictures.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/// How the cost grows with pixels and with styles.
final class GrowthTable {

    private static final int TIMES = 5;

    /// Width and height, from 1 to 100 megapixels.
    private static final List<int[]> SIZES =
            List.of(
                    new int[] {1_200, 900},
                    new int[] {2_400, 1_700},
                    new int[] {4_000, 3_000},
                    new int[] {8_000, 6_000},
                    new int[] {11_500, 8_600});

    private final ProcessorClock clock = new ProcessorClock();
    private final Renderings renderings = Renderings.byVips();
    private final Specimens specimens;
    private final Report report;

    GrowthTable(Specimens specimens, Report report) {
        this.specimens = specimens;
        this.report = report;
    }

    void print() throws IOException {
        pixels();
        styles();
    }

    /// One JPEG of each size, as it is, so that every pixel is decoded.
    private void pixels() throws IOException {
        report.title("Cost by size: a JPEG decoded and encoded whole");
        report.head(List.of("MP", "CPU ms", "CPU ms for each MP"));
        for (int[] size : SIZES) {
            double megapixels = size[0] * (double) size[1] / 1e6;
            String name = "size-" + size[0] + ".jpg";
            byte[] file = Files.readAllBytes(specimens.jpeg(name, size[0], size[1]));
            double millis = cost(file, List.of("image/quality,Q_80/format,jpg"));
            report.row(
                    List.of(
                            "%.0f".formatted(megapixels),
                            "%.0f".formatted(millis),
                            "%.1f".formatted(millis / megapixels)));
        }
    }

    /// The same upload with more and more styles.
    private void styles() throws IOException {
        report.title("Cost by number of styles: 12 MP to 800, 790, ... px JPEG");
        report.head(List.of("styles", "CPU ms", "CPU ms for each more"));
        byte[] file = Files.readAllBytes(specimens.folder().resolve("photo-12mp.jpg"));
        double one = 0;
        for (int count : List.of(1, 5, 10, 20)) {
            List<String> texts =
                    IntStream.range(0, count)
                            .mapToObj(i -> "image/resize,w_" + (800 - 10 * i) + "/format,jpg")
                            .toList();
            double millis = cost(file, texts);
            one = count == 1 ? millis : one;
            report.row(
                    List.of(
                            Integer.toString(count),
                            "%.0f".formatted(millis),
                            count == 1 ? "" : "%.1f".formatted((millis - one) / (count - 1))));
        }
    }

    private double cost(byte[] file, List<String> texts) {
        renderings.together(file, texts);
        long before = clock.nanos();
        for (int i = 0; i < TIMES; i++) {
            renderings.together(file, texts);
        }
        return (clock.nanos() - before) / 1e6 / TIMES;
    }
}

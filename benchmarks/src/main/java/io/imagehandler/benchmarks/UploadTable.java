package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.Ratio;
import io.imagehandler.benchmarks.served.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// From the end of an upload until all its renditions are stored, through the whole product.
final class UploadTable {

    private static final int WARM_UP = 120;
    private static final int UPLOADS = 40;

    /// The three styles of the sample, each as the original's format and as WebP.
    private static final List<String> STYLES =
            List.of(
                    "image/resize,m_fill,w_200,h_200",
                    "image/resize,m_fill,w_200,h_200/format,webp",
                    "image/resize,w_800",
                    "image/resize,w_800/format,webp",
                    "image/resize,w_1600",
                    "image/resize,w_1600/format,webp");

    private final Path root;
    private final Path photo;
    private final Report report;

    UploadTable(Path root, Path photo, Report report) {
        this.root = root;
        this.photo = photo;
        this.report = report;
    }

    void print() throws IOException, InterruptedException {
        report.title("From upload to all renditions stored: 12 MP, 3 styles in 2 formats each");
        byte[] file = Files.readAllBytes(photo);
        var renderings = Renderings.byVips();
        var bare = new ArrayList<Double>();
        var whole = new ArrayList<Double>();
        Path data = Files.createTempDirectory(root.resolve("benchmarks/target"), "served");
        try (var product = LocalServer.worker(root, data.resolve("data"))) {
            for (int i = 0; i < WARM_UP + UPLOADS; i++) {
                double taken = uploaded(product, "upload-" + i + ".jpg");
                long begin = System.nanoTime();
                renderings.together(file, STYLES);
                if (i >= WARM_UP) {
                    whole.add(taken);
                    bare.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        double[] those = array(whole);
        double[] these = array(bare);
        Ratio ratio = Ratio.of(those, these);
        double[] sorted = those.clone();
        Arrays.sort(sorted);
        report.head(List.of("uploads", "p50 ms", "p95 ms", "bare rendering ms", "times that"));
        report.row(
                List.of(
                        Integer.toString(UPLOADS),
                        "%.0f".formatted(Ratio.median(those)),
                        "%.0f".formatted(sorted[(int) (0.95 * UPLOADS)]),
                        "%.0f".formatted(Ratio.median(these)),
                        ratio.toString()));
        report.atMost("upload until all is ready, p50 against bare rendering", ratio.median(), 1.5);
    }

    /// In milliseconds.
    private double uploaded(LocalServer product, String key)
            throws IOException, InterruptedException {
        product.upload(key, photo);
        long begin = System.nanoTime();
        while (product.renditions(key) < STYLES.size()) {
            if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
                throw new IOException("no renditions of " + key + " after a minute");
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.Contender;
import io.imagehandler.benchmarks.measure.Cost;
import io.imagehandler.benchmarks.measure.Curve;
import io.imagehandler.benchmarks.measure.Ratio;
import io.imagehandler.benchmarks.measure.Similarity;
import io.imagehandler.benchmarks.pictures.Gallery;
import io.imagehandler.benchmarks.pictures.Specimens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What settings of encoders do, over varied pictures. Each is tried at three qualities, so that
/// bytes and time can be compared where the pictures are equally similar to the originals, and not
/// where a number happens to be the same.
final class CodecTable {

    private final Renderings renderings = Renderings.byVips();
    private final Path home;
    private final Gallery gallery;
    private final Report report;

    CodecTable(Path home, Specimens specimens, Optional<Path> own, Report report) {
        this.home = home;
        this.gallery = new Gallery(specimens, own);
        this.report = report;
    }

    void print(List<CodecFamily> families) throws IOException {
        try (var encoders =
                Contender.start("encoders", List.of(home.resolve("target/encoders").toString()))) {
            for (CodecFamily family : families) {
                print(encoders, family);
            }
        }
    }

    private void print(Contender encoders, CodecFamily family) throws IOException {
        var curves = new LinkedHashMap<String, List<Curve>>();
        Map<Path, BufferedImage> pictures = gallery.pictures(renderings, family.shrink());
        for (var picture : pictures.entrySet()) {
            for (String setting : family.settings()) {
                var points = new ArrayList<Curve.Point>();
                for (int quality : family.qualities()) {
                    points.add(
                            tried(
                                    encoders,
                                    picture,
                                    family.format(),
                                    "Q=%d,%s,keep=none".formatted(quality, setting)));
                }
                curves.computeIfAbsent(setting, _ -> new ArrayList<>()).add(new Curve(points));
            }
            System.err.print(".");
        }
        System.err.println();
        report.title(
                "%s: %d pictures of %d x %d, compared with the first line where both are as similar"
                        .formatted(
                                family.format(),
                                pictures.size(),
                                1_200 / family.shrink(),
                                800 / family.shrink()));
        compare(family, curves);
    }

    /// The median of all pictures' bytes: where a picture is smooth, its similarity hardly depends
    /// on the bytes, and a mean would tell of such pictures alone.
    private void compare(CodecFamily family, Map<String, List<Curve>> curves) {
        report.head(
                List.of("setting", "SSIM at the same quality", "bytes, median", "CPU", "CPU ms"));
        int middle = family.qualities().size() / 2;
        List<Curve> base = curves.values().iterator().next();
        curves.forEach((setting, those) -> {
            double[] bytes = new double[those.size()];
            double micros = 0;
            for (int i = 0; i < those.size(); i++) {
                double ssim = base.get(i).points().get(middle).ssim();
                bytes[i] = those.get(i).bytesAt(ssim) / base.get(i).bytesAt(ssim);
                micros += those.get(i).microsAt(ssim);
            }
            double baseMicros = mean(base, curve -> curve.points().get(middle).micros());
            report.row(
                    List.of(
                            setting,
                            "%.4f".formatted(mean(those, c -> c.points().get(middle).ssim())),
                            "%.3f".formatted(Ratio.median(bytes)),
                            "%.2f".formatted(micros / those.size() / baseMicros),
                            "%.1f".formatted(micros / those.size() / 1e3)));
        });
    }

    private Curve.Point tried(
            Contender encoders, Map.Entry<Path, BufferedImage> picture, String file, String options)
            throws IOException {
        Path out = home.resolve("target/encoded." + file);
        String suffix = ".%s[%s]".formatted(file, options);
        Cost cost =
                encoders.run(picture.getKey() + "|" + suffix + "|" + out, 1)
                        .orElseThrow(() -> new IOException("refused: " + suffix));
        ByteBuffer decoded =
                renderings.files(Files.readAllBytes(out), List.of("image/format,png")).getFirst();
        Similarity seen = Similarity.of(picture.getValue(), Renderings.image(decoded));
        return new Curve.Point(seen.ssim(), cost.bytes(), cost.micros());
    }

    private static double mean(List<Curve> curves, ToDoubleFunction<Curve> value) {
        return curves.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}

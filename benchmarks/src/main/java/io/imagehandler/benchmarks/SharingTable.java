package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.Similarity;
import io.imagehandler.benchmarks.pictures.Specimens;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;

/// How near to a rendition made alone one is that was made of a shared decode.
final class SharingTable {

    private static final List<Integer> WIDTHS = List.of(1_600, 800, 400, 200, 100);

    private final Renderings renderings = Renderings.byVips();
    private final Specimens specimens;
    private final Report report;

    SharingTable(Specimens specimens, Report report) {
        this.specimens = specimens;
        this.report = report;
    }

    void print() throws IOException {
        report.title("A rendition of a shared decode against the same made alone");
        byte[] photo = Files.readAllBytes(specimens.folder().resolve("photo-12mp.jpg"));
        List<ByteBuffer> shared =
                renderings.files(photo, WIDTHS.stream().map(SharingTable::text).toList());
        report.head(List.of("px", "SSIM", "PSNR dB"));
        double similar = 1;
        double clean = Double.POSITIVE_INFINITY;
        for (int i = 0; i < WIDTHS.size(); i++) {
            ByteBuffer alone = renderings.files(photo, List.of(text(WIDTHS.get(i)))).getFirst();
            Similarity seen =
                    Similarity.of(Renderings.image(alone), Renderings.image(shared.get(i)));
            report.row(
                    List.of(
                            WIDTHS.get(i).toString(),
                            "%.4f".formatted(seen.ssim()),
                            "%.1f".formatted(seen.psnr())));
            similar = Math.min(similar, seen.ssim());
            clean = Math.min(clean, seen.psnr());
        }
        report.atLeast("shared rendering, least SSIM", similar, 0.995);
        report.atLeast("shared rendering, least PSNR in dB", clean, 42);
    }

    private static String text(int width) {
        return "image/resize,w_" + width + "/format,png";
    }
}

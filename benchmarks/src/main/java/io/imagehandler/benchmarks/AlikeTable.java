package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.measure.Contender;
import io.imagehandler.benchmarks.measure.Rounds;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Ten renditions of an upload against what sharp makes by default, each alone: ours at the least
/// qualities at which they are as similar to the truth.
final class AlikeTable {

    private static final int WORST = 40;
    private static final int BEST = 100;

    private final Renderings renderings = Renderings.byVips();
    private final Path home;
    private final Path photo;
    private final int rounds;
    private final Report report;

    AlikeTable(Path home, Path photo, int rounds, Report report) {
        this.home = home;
        this.photo = photo;
        this.rounds = rounds;
        this.report = report;
    }

    /// A rendition as sharp makes it.
    private record Theirs(int width, String format, int bytes, double ssim) {

        String text(int quality) {
            return "image/resize,w_" + width + "/quality,Q_" + quality + "/format," + format;
        }
    }

    /// @param contenders ours and sharp's
    void print(List<Contender> contenders) throws IOException, InterruptedException {
        var judge = new Judge(renderings, photo);
        List<Theirs> theirs = theirs(judge);
        int[] qualities = qualities(judge, theirs);
        List<ByteBuffer> ours = made(theirs, qualities);
        report.title("The same against what sharp makes by default, ours at equal SSIM");
        report.head(List.of("", "SSIM", "sharp's KB", "our quality", "our KB"));
        long theirBytes = 0;
        long ourBytes = 0;
        for (int i = 0; i < theirs.size(); i++) {
            Theirs one = theirs.get(i);
            theirBytes += one.bytes();
            ourBytes += ours.get(i).remaining();
            report.row(
                    List.of(
                            one.width() + " px " + one.format(),
                            "%.4f".formatted(one.ssim()),
                            "%.1f".formatted(one.bytes() / 1e3),
                            Integer.toString(qualities[i]),
                            "%.1f".formatted(ours.get(i).remaining() / 1e3)));
        }
        String together = "together " + String.join(" ", texts(theirs, qualities));
        var measured = new Rounds(contenders, rounds).both(together, "eager defaults");
        report.say("\nCPU, sharp's times ours: " + measured + "\n");
        report.atLeast(
                "eager, times of sharp's defaults, each alone, at equal SSIM",
                measured.median(),
                2.8);
        report.atMost(
                "eager, bytes against sharp's defaults at equal SSIM",
                (double) ourBytes / theirBytes,
                1.00);
    }

    private List<Theirs> theirs(Judge judge) throws IOException, InterruptedException {
        Path out = Files.createDirectories(home.resolve("target/defaults"));
        int ended =
                new ProcessBuilder(
                                "node",
                                home.resolve("peers/defaults.mjs").toString(),
                                photo.toString(),
                                out.toString())
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (ended != 0) {
            throw new IOException("defaults.mjs failed");
        }
        var theirs = new ArrayList<Theirs>();
        for (int width : List.of(1_600, 800, 400, 200, 100)) {
            for (String format : List.of("jpg", "webp")) {
                byte[] file = Files.readAllBytes(out.resolve(width + "." + format));
                theirs.add(new Theirs(width, format, file.length, judge.ssim(width, file)));
            }
        }
        return theirs;
    }

    /// For each the least quality at which it is at least as similar, when all are made of one
    /// decode: found by halving, for all at the same time.
    private int[] qualities(Judge judge, List<Theirs> theirs) throws IOException {
        int[] low = Stream.generate(() -> WORST).limit(theirs.size()).mapToInt(i -> i).toArray();
        int[] high = Stream.generate(() -> BEST).limit(theirs.size()).mapToInt(i -> i).toArray();
        for (int reach = BEST - WORST; reach > 0; reach /= 2) {
            int[] middle = new int[low.length];
            for (int i = 0; i < low.length; i++) {
                middle[i] = (low[i] + high[i]) / 2;
            }
            List<ByteBuffer> made = made(theirs, middle);
            for (int i = 0; i < low.length; i++) {
                Theirs one = theirs.get(i);
                if (judge.ssim(one.width(), Judge.bytes(made.get(i))) >= one.ssim()) {
                    high[i] = middle[i];
                } else {
                    low[i] = Math.min(BEST, middle[i] + 1);
                }
            }
        }
        return high;
    }

    private List<ByteBuffer> made(List<Theirs> theirs, int[] qualities) throws IOException {
        return renderings.files(Files.readAllBytes(photo), texts(theirs, qualities));
    }

    private static List<String> texts(List<Theirs> theirs, int[] qualities) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < qualities.length; i++) {
            texts.add(theirs.get(i).text(qualities[i]));
        }
        return texts;
    }
}

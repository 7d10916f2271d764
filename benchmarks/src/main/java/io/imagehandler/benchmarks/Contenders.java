package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Contending;
import io.imagehandler.benchmarks.measure.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whoever can be measured on this machine; `./run bench` says what is missing.
final class Contenders implements AutoCloseable {

    static final String LIMIT = "libvips from C";
    static final String OURS = "this product";
    static final String SHARP = "sharp";

    private static final int WARM_UP = 8_000;

    private final List<Contender> started = new ArrayList<>();
    private final Path home;
    private final Path pictures;

    /// @param home the folder `benchmarks` of the repository
    Contenders(Path home, Path pictures) {
        this.home = home;
        this.pictures = pictures;
    }

    List<Contender> start() throws IOException {
        Path limit = home.resolve("target/libvips");
        if (Files.exists(limit)) {
            start(LIMIT, List.of(limit.toString()));
        } else {
            System.out.println("Without the limit: there is no C compiler, or no pinned libvips.");
        }
        started.add(warm(ours(home, pictures)));
        Path peers = home.resolve("peers");
        if (Files.exists(peers.resolve("node_modules/sharp"))) {
            start(SHARP, List.of("node", peers.resolve("sharp.mjs").toString()));
        } else {
            System.out.println("Without sharp: there is no npm.");
        }
        start("this product, no libvips", java("java"));
        start("Thumbnailator", java("thumbnailator"));
        if (onPath("magick") || onPath("convert-im6.q16")) {
            start("ImageMagick", List.of(peers.resolve("imagemagick.sh").toString()));
        } else {
            System.out.println("Without ImageMagick: it is not installed.");
        }
        return started;
    }

    /// A service renders thousands of pictures a day; until it has, the JIT compiler is at work.
    private static Contender warm(Contender contender) throws IOException {
        var _ = contender.run("many small", WARM_UP).orElseThrow();
        return contender;
    }

    /// This product's uploads against sharp's defaults, if both are here.
    void alike(int rounds, Report report) throws IOException, InterruptedException {
        var both =
                started.stream()
                        .filter(one -> one.name().equals(OURS) || one.name().equals(SHARP))
                        .toList();
        if (both.size() == 2) {
            var table = new AlikeTable(home, pictures.resolve("photo-12mp.jpg"), rounds, report);
            table.print(both);
        }
    }

    /// This product, with libvips.
    static Contender ours(Path home, Path pictures) throws IOException {
        return start(home, pictures, OURS, java("vips"));
    }

    private static List<String> java(String who) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Contending.class.getName(),
                who);
    }

    private void start(String name, List<String> command) throws IOException {
        started.add(start(home, pictures, name, command));
    }

    private static Contender start(Path home, Path pictures, String name, List<String> command)
            throws IOException {
        var whole = new ArrayList<>(command);
        whole.add(home.resolve("cases.csv").toString());
        whole.add(pictures.toString());
        return Contender.start(name, whole);
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public void close() {
        started.forEach(Contender::close);
    }
}

package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Case;
import io.imagehandler.benchmarks.pictures.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/// Measures and prints tables in Markdown: `./run bench --help`.
public final class Bench {

    private final Path root = Path.of("").toAbsolutePath();
    private final Path home = root.resolve("benchmarks");
    private final Report report = new Report();
    private final Options options;
    private final Specimens specimens;

    private Bench(Options options) throws IOException {
        this.options = options;
        String folder = options.photo().isEmpty() ? "target/pictures" : "target/pictures-own";
        specimens = new Specimens(home.resolve(folder));
    }

    /// @param arguments see `--help`
    public static void main(String[] arguments)
            throws IOException, InterruptedException, RunnerException {
        Locale.setDefault(Locale.ROOT); // decimal points
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            new Bench(Options.parse(List.of(arguments))).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.HELP);
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        System.err.println("Drawing the pictures (once; half a minute)...");
        specimens.write(options.photo().orElse(null));
        for (Part part : options.parts()) {
            report.say("*" + machine() + "*");
            measure(part);
            report.targets();
            String table = report.take();
            if (options.write()) {
                new Document(root.resolve("docs/performance.md")).put(part.word(), table);
            }
        }
    }

    private void measure(Part part) throws IOException, InterruptedException, RunnerException {
        Path photo = specimens.folder().resolve("photo-12mp.jpg");
        switch (part) {
            case ENGINE, EAGER -> contend(part);
            case SHARING -> new SharingTable(specimens, report).print();
            case CODECS -> codecs().print(CodecFamily.JPEG_AND_WEBP);
            case AVIF -> codecs().print(CodecFamily.AVIF);
            case HTTP -> new HttpTable(root, photo, options.rounds(), report).print();
            case DEFAULTS -> new DefaultsTable(root, photo, options.rounds(), report).print();
            case S3 -> new S3Table(root, options.rounds(), report).print();
            case UPLOADS -> new UploadTable(root, photo, report).print();
            case SLOTS -> new SlotsTable(root, photo, options.rounds(), report).print();
            case GROWTH -> new GrowthTable(specimens, report).print();
            case MEMORY -> new MemoryTable(home, specimens.folder(), report).print();
            case MICRO -> new MicroTable(report).print();
        }
    }

    private CodecTable codecs() {
        return new CodecTable(home, specimens, options.pictures(), report);
    }

    private void contend(Part part) throws IOException, InterruptedException {
        try (var contenders = new Contenders(home, specimens.folder())) {
            var table = new EngineTable(contenders.start(), options.rounds(), report);
            if (part == Part.ENGINE) {
                table.cases(Case.read(home.resolve("cases.csv")));
            } else {
                table.eager();
                contenders.alike(options.rounds(), report);
            }
        }
    }

    private static String machine() throws IOException {
        return "%s, %d processors, Java %s, %s"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        LocalDate.now(ZoneOffset.UTC));
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        if (!Files.exists(facts)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(facts).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}

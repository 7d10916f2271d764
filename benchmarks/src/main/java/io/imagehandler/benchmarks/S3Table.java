package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Ratio;
import io.imagehandler.benchmarks.s3.Caller;
import io.imagehandler.benchmarks.s3.Library;
import io.imagehandler.benchmarks.s3.Mixes;
import io.imagehandler.benchmarks.served.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The clients that could ask S3 for the services, each in a process of its own, in turn.
final class S3Table {

    private static final int STARTS = 5;
    private static final int WARM_UP = 1_000;
    private static final int MIXES = 200;
    private static final int ORIGINAL = 2_500_000;

    private final Path root;
    private final int rounds;
    private final Report report;
    private final List<Seen> seen =
            Arrays.stream(Library.values())
                    .map(library -> new Seen(library, new ArrayList<>(), new ArrayList<>()))
                    .toList();

    S3Table(Path root, int rounds, Report report) {
        this.root = root;
        this.rounds = rounds;
        this.report = report;
    }

    /// What was seen of a client.
    ///
    /// @param starts of new processes
    /// @param mixes of each round, in one process that had done many before
    private record Seen(Library library, List<Caller.Start> starts, List<Mixes> mixes) {

        double[] micros() {
            return mixes.stream().mapToDouble(Mixes::micros).toArray();
        }

        double median(ToDoubleFunction<Caller.Start> figure) {
            return Ratio.median(starts.stream().mapToDouble(figure).toArray());
        }

        /// What the process holds more than it did before it had a client, in MiB.
        double added() {
            return mixes.getLast().mebibytes() - median(Caller.Start::mebibytes);
        }
    }

    void print() throws IOException, InterruptedException {
        report.title(
                "Clients of S3: HEAD, GET of 2.5 MB, PUT of 60 KB, HEAD; 8 such mixes at once");
        Path data = Files.createTempDirectory(root.resolve("benchmarks/target"), "stored");
        try (var standIns = StandIns.start(root, data.resolve("data"))) {
            standIns.upload(Caller.ORIGINAL, Files.write(data.resolve("file"), new byte[ORIGINAL]));
            for (int i = 0; i < STARTS; i++) {
                start();
            }
            compete();
        }
        rows();
    }

    private void start() throws IOException {
        for (Seen one : seen) {
            try (var caller = Caller.start(one.library())) {
                one.starts().add(caller.start());
            }
        }
    }

    private void compete() throws IOException {
        var turns = new ArrayList<Turn>();
        try {
            for (Seen one : seen) {
                turns.add(new Turn(Caller.start(one.library()), one.mixes()));
                var _ = turns.getLast().caller().mixes(WARM_UP);
            }
            for (int round = 0; round < rounds; round++) {
                Collections.rotate(turns, 1);
                for (Turn turn : turns) {
                    turn.mixes().add(turn.caller().mixes(MIXES));
                }
                System.err.printf("\rS3: round %d of %d", round + 1, rounds);
            }
            System.err.printf("\r%40s\r", "");
        } finally {
            turns.forEach(turn -> turn.caller().close());
        }
    }

    private record Turn(Caller caller, List<Mixes> mixes) {}

    private void rows() {
        report.head(
                List.of(
                        "",
                        "CPU ms a mix",
                        "times that of the product's",
                        "p50 ms",
                        "p99 ms",
                        "MiB added, 160 of heap among them",
                        "ms from a new process to its first answer",
                        "CPU ms until then"));
        double[] ours = seen.getFirst().micros();
        for (Seen one : seen) {
            double[] micros = one.micros();
            report.row(
                    List.of(
                            one.library().title(),
                            "%.2f".formatted(Ratio.median(micros) / 1e3),
                            Ratio.of(micros, ours).toString(),
                            "%.1f".formatted(Mixes.percentile(one.mixes(), 0.5)),
                            "%.1f".formatted(Mixes.percentile(one.mixes(), 0.99)),
                            "%.0f".formatted(one.added()),
                            "%.0f".formatted(one.median(Caller.Start::millis)),
                            "%.0f".formatted(one.median(Caller.Start::processorMillis))));
        }
    }
}

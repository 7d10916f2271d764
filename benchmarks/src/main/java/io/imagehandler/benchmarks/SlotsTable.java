package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Ratio;
import io.imagehandler.benchmarks.served.Clients;
import io.imagehandler.benchmarks.served.LocalServer;
import io.imagehandler.benchmarks.served.Moment;
import io.imagehandler.benchmarks.served.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How many uploads a worker makes renditions of in a second, by its slots, while more wait.
final class SlotsTable {

    private static final int UPLOADS = 100;

    /// Until so many are done the worker is still being compiled, and uploads still come.
    private static final int WARM_UP = 60;

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Path root;
    private final Path photo;
    private final int rounds;
    private final Report report;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final Map<Integer, List<Pace>> paces = new TreeMap<>();

    SlotsTable(Path root, Path photo, int rounds, Report report) {
        this.root = root;
        this.photo = photo;
        this.rounds = rounds;
        this.report = report;
    }

    /// 1, 2, 4 and so on to as many as there are processors, and half as many more.
    static List<Integer> counts(int processors) {
        var doubling = Stream.iterate(1, slots -> slots < processors, slots -> 2 * slots);
        var last = Stream.of(processors, Math.max(processors + 1, processors * 3 / 2));
        return Stream.concat(doubling, last).toList();
    }

    void print() throws IOException, InterruptedException {
        List<Integer> counts = counts(processors);
        for (int round = 0; round < rounds; round++) {
            for (int slots : round % 2 == 0 ? counts : counts.reversed()) {
                System.err.printf("\rSlots: round %d of %d, %d", round + 1, rounds, slots);
                paces.computeIfAbsent(slots, _ -> new ArrayList<>()).add(pace(slots));
            }
        }
        System.err.printf("\r%40s\r", "");
        table();
    }

    private void table() {
        report.title(
                "Uploads of 12 MP that wait, 3 styles in 2 formats each, by slots of one worker");
        report.head(
                List.of(
                        "slots",
                        "uploads/s",
                        "times that of one",
                        "of the time a slot was empty",
                        "CPU ms an upload",
                        "times that with one",
                        "CPU ms of the stand-ins",
                        "processors busy, of " + processors));
        paces.keySet().forEach(this::row);
    }

    private void row(int slots) {
        report.row(
                List.of(
                        Integer.toString(slots),
                        "%.2f".formatted(median(slots, Pace::rate)),
                        toOne(slots, Pace::rate).toString(),
                        "%.1f %%".formatted(100 * median(slots, Pace::empty)),
                        "%.0f".formatted(1e3 * median(slots, Pace::worker)),
                        toOne(slots, Pace::worker).toString(),
                        "%.0f".formatted(1e3 * median(slots, Pace::standIns)),
                        "%.2f".formatted(median(slots, Pace::busy))));
    }

    private Ratio toOne(int slots, ToDoubleFunction<Pace> figure) {
        return Ratio.of(all(slots, figure), all(1, figure));
    }

    private double median(int slots, ToDoubleFunction<Pace> figure) {
        return Ratio.median(all(slots, figure));
    }

    private double[] all(int slots, ToDoubleFunction<Pace> figure) {
        return paces.getOrDefault(slots, List.of()).stream().mapToDouble(figure).toArray();
    }

    private Pace pace(int slots) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(root.resolve("benchmarks/target"), "served");
        try (var clients = new Clients();
                var worker = LocalServer.worker(root, data.resolve("data"), slots)) {
            for (int i = 0; i < UPLOADS; i++) {
                worker.upload("waiting-" + i + ".jpg", photo);
            }
            Moment from = await(WARM_UP, worker, clients);
            Moment to = await(UPLOADS - 3 * slots, worker, clients);
            return Pace.between(from, to, slots);
        } finally {
            delete(data);
        }
    }

    /// Returns what has been done once so many uploads are.
    private static Moment await(int uploads, LocalServer worker, Clients clients)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Moment now = Moment.of(worker, clients);
        while (now.uploads() < uploads) {
            if (System.nanoTime() > end) {
                throw new IOException(now.uploads() + " uploads after " + LONGEST);
            }
            Thread.sleep(PAUSE);
            now = Moment.of(worker, clients);
        }
        return now;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

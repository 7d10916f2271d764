package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Whether a process that renders all day holds more and more.
final class MemoryTable {

    private static final int STEPS = 10;
    private static final int EACH = 5_000;

    private final Path home;
    private final Path pictures;
    private final Report report;

    MemoryTable(Path home, Path pictures, Report report) {
        this.home = home;
        this.pictures = pictures;
        this.report = report;
    }

    /// 50,000 renderings of small pictures on two threads.
    void print() throws IOException {
        report.title("Memory of one process: renderings of 20 kinds, on two threads");
        try (Contender process = Contenders.ours(home, pictures)) {
            report.head(List.of("renderings", "MiB", "CPU ms each"));
            List<Long> held = new ArrayList<>();
            for (int i = 1; i <= STEPS; i++) {
                var cost = process.run("many small", EACH).orElseThrow();
                held.add(process.memory());
                report.row(
                        List.of(
                                "%,d".formatted(i * EACH),
                                held.getLast().toString(),
                                "%.2f".formatted(cost.micros() / 1e3)));
            }
            report.atMost(
                    "memory, most of the last 25,000 renderings against the most of the first",
                    (double) Collections.max(held.subList(STEPS / 2, STEPS))
                            / Collections.max(held.subList(0, STEPS / 2)),
                    1.05);
        }
    }
}

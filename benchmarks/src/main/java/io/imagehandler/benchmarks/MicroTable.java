package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.micro.GrammarBenchmark;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The grammar, by JMH.
final class MicroTable {

    private final Report report;

    MicroTable(Report report) {
        this.report = report;
    }

    void print() throws RunnerException {
        report.title("A request's text read and its canonical form printed, by JMH");
        var options =
                new OptionsBuilder()
                        .include(GrammarBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .build();
        report.head(List.of("text", "µs", "±"));
        for (RunResult result : new Runner(options).run()) {
            var seen = result.getPrimaryResult();
            String text = result.getParams().getParam("text");
            report.row(
                    List.of(
                            "`" + text + "`",
                            "%.2f".formatted(seen.getScore() / 1e3),
                            "%.2f".formatted(seen.getScoreError() / 1e3)));
            if (text.equals(GrammarBenchmark.USUAL)) {
                report.atMost("grammar, µs for a usual text", seen.getScore() / 1e3, 5);
            }
        }
    }
}

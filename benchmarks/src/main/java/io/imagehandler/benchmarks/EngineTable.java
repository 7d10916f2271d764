package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Case;
import io.imagehandler.benchmarks.measure.Contender;
import io.imagehandler.benchmarks.measure.Cost;
import io.imagehandler.benchmarks.measure.Rounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Each case by each contender, and what uploads cost.
final class EngineTable {

    private final List<Contender> contenders;
    private final Rounds rounds;
    private final Report report;

    EngineTable(List<Contender> contenders, int rounds, Report report) {
        this.contenders = contenders;
        this.rounds = new Rounds(contenders, rounds);
        this.report = report;
    }

    /// Processor time for each picture.
    void cases(List<Case> cases) throws IOException {
        report.title(
                "One picture, one thread: CPU ms · times that of libvips from C (least-most of the"
                        + " rounds)");
        List<String> names = contenders.stream().map(Contender::name).toList();
        report.head(with("", names));
        for (Case wanted : cases) {
            var costs = rounds.of(wanted.name());
            report.row(with(wanted.name(), Report.times(costs, names, Contenders.LIMIT)));
            List<Cost> limit = costs.get(Contenders.LIMIT);
            List<Cost> ours = costs.get(Contenders.OURS);
            if (limit != null && ours != null) {
                report.atMost(
                        wanted.name() + ", against libvips from C",
                        Report.ratio(ours, limit).median(),
                        1.03);
            }
        }
    }

    /// Ten renditions of an upload, from one decode and each alone.
    void eager() throws IOException {
        report.title("An upload of 12 MP: 1600, 800, 400, 200, 100 px, each as JPEG and WebP");
        var together = rounds.of("eager together").get(Contenders.OURS);
        if (together == null) {
            report.say("Not measured: there is no libvips.");
            return;
        }
        var measured =
                new Table(
                        together,
                        rounds.of("eager alone"),
                        rounds.of("eager floor"),
                        rounds.of("eager defaults"));
        report.head(List.of("", "CPU ms", "times ours", "KB"));
        row("this product, one decode", together, together);
        measured.alone.forEach((name, costs) -> row(name + ", each alone", costs, together));
        measured.floor.forEach(
                (name, costs) -> row(name + ", one shrunk decode + encoding", costs, together));
        measured.defaults.forEach(
                (name, costs) -> row(name + ", each alone as by default", costs, together));
        hold(measured);
    }

    private record Table(
            List<Cost> together,
            Map<String, List<Cost>> alone,
            Map<String, List<Cost>> floor,
            Map<String, List<Cost>> defaults) {}

    private void hold(Table measured) {
        List<Cost> limit = measured.alone.get(Contenders.LIMIT);
        if (limit != null) {
            report.atLeast(
                    "eager, times of libvips from C, each alone at equal settings",
                    Report.ratio(limit, measured.together).median(),
                    2.0);
        }
        List<Cost> floor = measured.floor.get(Contenders.LIMIT);
        if (floor != null) {
            report.atMost(
                    "eager, against one shrunk decode + encoding from C",
                    Report.ratio(measured.together, floor).median(),
                    1.05);
        }
    }

    private void row(String what, List<Cost> costs, List<Cost> base) {
        report.row(
                List.of(
                        what,
                        "%.0f".formatted(Report.median(costs)),
                        costs.equals(base) ? "1" : Report.ratio(costs, base).toString(),
                        "%.1f".formatted(costs.getLast().bytes() / 1e3)));
    }

    private static List<String> with(String first, List<String> rest) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}

package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.served.Clients;
import io.imagehandler.benchmarks.served.Duel;
import io.imagehandler.benchmarks.served.NodeServer.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The whole on-demand service on loopback against sharp behind plain node: with the photograph in
/// memory, which is less work than the product's, and with S3, which is the same. Each picture is
/// asked for once, so that none comes from a store. All encode alike.
final class HttpTable {

    private final Servers servers;
    private final int rounds;
    private final Report report;

    HttpTable(Path root, Path photo, int rounds, Report report) {
        this.servers = new Servers(root, photo);
        this.rounds = rounds;
        this.report = report;
    }

    /// @param called in the lines of the targets
    private record Rival(Duel duel, String called) {}

    void print() throws IOException, InterruptedException {
        report.title("Over HTTP, equal settings: 12 MP JPEG to WebP of 701 to 900 px, effort 2");
        try (var product = servers.product();
                var bare = servers.node();
                var each = servers.node(Reading.EACH);
                var kept = servers.node(Reading.KEPT);
                var clients = new Clients()) {
            print(
                    new Duel(product, product::equal, clients),
                    List.of(
                            new Rival(new Duel(bare, bare::equal, clients), "sharp"),
                            new Rival(
                                    new Duel(each, each::equal, clients),
                                    "sharp with S3, read each time"),
                            new Rival(
                                    new Duel(kept, kept::equal, clients), "sharp with S3, kept")));
        }
    }

    private void print(Duel ours, List<Rival> rivals) throws IOException, InterruptedException {
        List<Duel> all = Stream.concat(Stream.of(ours), rivals.stream().map(Rival::duel)).toList();
        Duel.fight(all, rounds);
        var rows = new DuelRows(report);
        List<Duel.Load> loads = rows.print(all);
        for (Duel duel : all) {
            duel.crowd();
        }
        report.say("");
        report.atMost(
                "HTTP, p99 at 0.8 of capacity, times p50",
                loads.getFirst().latencies().percentile(0.99)
                        / loads.getFirst().latencies().percentile(0.5),
                2.0);
        for (int i = 0; i < rivals.size(); i++) {
            Rival rival = rivals.get(i);
            compare("CPU of a request", rows.compared(ours, rival.duel()).median(), 1.00, rival);
            memory(loads.getFirst(), loads.get(i + 1), rival);
            double peak = (double) ours.peak() / rival.duel().peak();
            compare("peak memory with 8 at once", peak, 1.5, rival);
        }
        report.say("* Peak with 8 pictures of 12 MP at once, in MiB: " + peaks(all));
    }

    private void memory(Duel.Load ours, Duel.Load theirs, Rival rival)
            throws IOException, InterruptedException {
        compare("memory after load", (double) ours.memory() / theirs.memory(), 1.2, rival);
        compare("memory 20 s later", (double) ours.idle() / theirs.idle(), 1.2, rival);
    }

    private void compare(String what, double ratio, double bar, Rival rival) {
        report.atMost("HTTP, " + what + " against " + rival.called(), ratio, bar);
    }

    private static String peaks(List<Duel> all) throws IOException {
        var peaks = new ArrayList<String>();
        for (Duel duel : all) {
            peaks.add(duel.name() + " " + duel.peak());
        }
        return String.join("; ", peaks);
    }
}

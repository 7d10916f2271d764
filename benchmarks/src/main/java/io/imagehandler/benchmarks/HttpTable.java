package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.served.Clients;
import io.imagehandler.benchmarks.served.Duel;
import io.imagehandler.benchmarks.served.LocalServer;
import io.imagehandler.benchmarks.served.NodeServer;
import io.imagehandler.benchmarks.served.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The whole on-demand service against sharp behind plain node, on loopback. Each picture is asked
/// for once, so that none comes from a store.
final class HttpTable {

    private static final int LEAST_QUALITY = 60;
    private static final int WIDTH = 800;

    private final Path root;
    private final Path photo;
    private final int rounds;
    private final Report report;

    HttpTable(Path root, Path photo, int rounds, Report report) {
        this.root = root;
        this.photo = photo;
        this.rounds = rounds;
        this.report = report;
    }

    /// Both encode alike.
    void equalSettings() throws IOException, InterruptedException {
        report.title("Over HTTP, equal settings: 12 MP JPEG to WebP of 701 to 900 px, effort 2");
        try (var product = product();
                var node = node();
                var clients = new Clients()) {
            var ours = new Duel(product, product::equal, clients);
            var theirs = new Duel(node, node::equal, clients);
            Duel.fight(List.of(ours, theirs), rounds);
            var ourLatencies = ours.open();
            head();
            row(ours, ourLatencies);
            row(theirs, theirs.open());
            double cpu = compared(ours, theirs);
            report.atMost("HTTP, equal settings, CPU of a request against sharp", cpu, 1.00);
            report.atMost(
                    "HTTP, p99 at 0.8 of capacity, times p50",
                    ourLatencies.percentile(0.99) / ourLatencies.percentile(0.5),
                    2.0);
            report.atMost(
                    "HTTP, memory after load against sharp",
                    (double) ours.memory() / theirs.memory(),
                    1.2);
            ours.crowd();
            theirs.crowd();
            report.say("\nPeak with 8 pictures of 12 MP at once: " + peaks(ours, theirs) + "\n");
            report.atMost(
                    "HTTP, peak memory with 8 at once against sharp",
                    (double) ours.peak() / theirs.peak(),
                    1.5);
        }
    }

    /// Each as it does by default, this product at the quality that gives as similar a picture.
    void defaults() throws IOException, InterruptedException {
        report.title("Over HTTP, each as by default: 12 MP JPEG to WebP of 701 to 900 px");
        try (var product = product();
                var node = node();
                var clients = new Clients()) {
            int quality = alike(clients, product, node);
            var ours = new Duel(product, number -> product.usual(number, quality), clients);
            var theirs = new Duel(node, number -> node.usual(number, quality), clients);
            Duel.fight(List.of(ours, theirs), rounds);
            head();
            row(ours, ours.open());
            row(theirs, theirs.open());
            report.atMost(
                    "HTTP, each as by default at equal SSIM, CPU of a request against sharp",
                    compared(ours, theirs),
                    0.85);
        }
    }

    /// The least quality of ours at which a picture is as similar to one made without any short cut
    /// as sharp's is.
    private int alike(Clients clients, Server product, Server node)
            throws InterruptedException, IOException {
        var judge = new Judge(Renderings.byVips(), photo);
        byte[] theirs = clients.picture(node.usual(WIDTH - 701, 0));
        double wanted = judge.ssim(WIDTH, theirs);
        int quality = LEAST_QUALITY;
        byte[] ours = clients.picture(product.usual(WIDTH - 701, quality));
        while (quality < 100 && judge.ssim(WIDTH, ours) < wanted) {
            quality++;
            ours = clients.picture(product.usual(WIDTH - 701, quality));
        }
        report.say(
                ("At %d px sharp's default (quality 80, effort 4) has SSIM %.4f and %d bytes; ours at"
                                + " quality %d has %.4f and %d bytes.\n")
                        .formatted(
                                WIDTH,
                                wanted,
                                theirs.length,
                                quality,
                                judge.ssim(WIDTH, ours),
                                ours.length));
        report.atMost(
                "HTTP, each as by default at equal SSIM, bytes against sharp",
                (double) ours.length / theirs.length,
                1.00);
        return quality;
    }

    private LocalServer product() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(root.resolve("benchmarks/target"), "served");
        return LocalServer.onDemand(root, data.resolve("data"), photo);
    }

    private NodeServer node() throws IOException, InterruptedException {
        return NodeServer.start(root.resolve("benchmarks/peers"), photo);
    }

    private void head() {
        report.head(
                List.of(
                        "",
                        "CPU ms a request",
                        "requests/s, 4 clients",
                        "p50 ms at 0.8 of that",
                        "p99 ms",
                        "refused",
                        "MiB"));
    }

    private void row(Duel duel, Clients.Latencies open) throws IOException {
        report.row(
                List.of(
                        duel.name(),
                        "%.1f".formatted(duel.cpu()),
                        "%.1f".formatted(duel.rate()),
                        "%.0f".formatted(open.percentile(0.5)),
                        "%.0f".formatted(open.percentile(0.99)),
                        Integer.toString(open.refused()),
                        Long.toString(duel.memory())));
    }

    private double compared(Duel ours, Duel theirs) {
        var ratio = ours.cpuAgainst(theirs);
        report.say(
                "\nCPU of a request, ours to sharp's: " + ratio + " (least-most of the rounds)\n");
        return ratio.median();
    }

    private static String peaks(Duel ours, Duel theirs) throws IOException {
        return String.format(Locale.ROOT, "%d MiB; sharp %d MiB", ours.peak(), theirs.peak());
    }
}

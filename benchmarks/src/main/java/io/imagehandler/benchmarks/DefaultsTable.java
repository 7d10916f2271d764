package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.contender.Renderings;
import io.imagehandler.benchmarks.served.Clients;
import io.imagehandler.benchmarks.served.Duel;
import io.imagehandler.benchmarks.served.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The whole on-demand service against sharp behind plain node, on loopback, each as it does by
/// default, this product at the quality that gives as similar a picture.
final class DefaultsTable {

    private static final int LEAST_QUALITY = 60;
    private static final int WIDTH = 800;

    private final Servers servers;
    private final Path photo;
    private final int rounds;
    private final Report report;

    DefaultsTable(Path root, Path photo, int rounds, Report report) {
        this.servers = new Servers(root, photo);
        this.photo = photo;
        this.rounds = rounds;
        this.report = report;
    }

    void print() throws IOException, InterruptedException {
        report.title("Over HTTP, each as by default: 12 MP JPEG to WebP of 701 to 900 px");
        try (var product = servers.product();
                var node = servers.node();
                var clients = new Clients()) {
            int quality = alike(clients, product, node);
            var ours = new Duel(product, number -> product.usual(number, quality), clients);
            var theirs = new Duel(node, number -> node.usual(number, quality), clients);
            Duel.fight(List.of(ours, theirs), rounds);
            var rows = new DuelRows(report);
            var _ = rows.print(List.of(ours, theirs));
            report.say("");
            var cpu = rows.compared(ours, theirs);
            report.atMost(
                    "HTTP, each as by default at equal SSIM, CPU of a request against sharp",
                    cpu.median(),
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
}

package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.edge.Deployment;
import io.imagehandler.local.edge.Edge;
import io.imagehandler.local.edge.EdgeSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// All that was made is lost.
@ExtendWith(Rows.class)
class DerivedChaos {

    private static final int VARIANTS = 60;

    @TempDir private Path folder;

    @Test
    @Tag("O7")
    @DisplayName("the derived bucket is emptied under load: each variant is decoded once more")
    void makesWhatWasLostOnce(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder);
                var s3 = Clients.s3(aws.direct().s3());
                var edge = edge(s3, service);
                var client = new Client(edge.port(), Duration.ofSeconds(20))) {
            edge.start();
            aws.upload("large.jpg", Photos.large());
            var first = Load.inTurn(VARIANTS, 2, n -> client.get(OnDemand.variant("large.jpg", n)));
            row.say("made at first: " + first);
            var before = service.rendered().orElse(Double.NaN);

            var emptying = Thread.ofVirtual().start(() -> emptyDuring(aws, row));
            var shots =
                    Load.closed(
                            2 * OnDemand.SLOTS,
                            Row.seconds(20),
                            _ -> client.get(OnDemand.variant("large.jpg", any())));
            emptying.join();

            row.say("while it is emptied: " + shots + " " + shots.failures());
            row.is("answers other than 200", shots.count() - shots.ok().count(), 0);
            row.atLeast("answers", shots.count(), VARIANTS, "");
            row.atMost(
                    "decodes after it was emptied, of %d variants".formatted(VARIANTS),
                    service.rendered().orElse(Double.NaN) - before,
                    VARIANTS,
                    "");
        }
    }

    private static void emptyDuring(FaultyAws aws, Row row) {
        try {
            Thread.sleep(Row.seconds(20).dividedBy(4));
            row.say("emptied: %d objects".formatted(aws.emptyDerived()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Caches nothing, so that each request asks the derived bucket first.
    private static Edge edge(S3Client s3, OnDemand service) throws IOException {
        return new Edge(
                new EdgeSettings(
                        "127.0.0.1",
                        0,
                        s3,
                        Names.ORIGINALS,
                        Names.DERIVED,
                        URI.create("http://127.0.0.1:" + service.process().port()),
                        Deployment.OPEN,
                        _ -> Optional.empty(),
                        Duration.ZERO));
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(VARIANTS);
    }
}

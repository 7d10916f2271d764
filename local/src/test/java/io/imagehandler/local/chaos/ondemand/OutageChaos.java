package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.proxy.Fault;
import io.imagehandler.local.dynamodb.StyleRow;
import io.imagehandler.local.dynamodb.StyleTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What it stands on goes away.
@ExtendWith(Rows.class)
class OutageChaos {

    private static final int RATE = 5;
    private static final long LONGEST_CHANGE = Duration.ofSeconds(30).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(100);

    @TempDir private Path folder;

    @Test
    @Tag("Q3")
    @DisplayName("DynamoDB away for 30 s, refusing or silent: styles are served on")
    void servesStylesWithoutTheirTable(Row row)
            throws IOException, InterruptedException, ExecutionException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            aws.upload("small.jpg", Photos.small(1));
            row.is("a style before", style(service), 200);

            aws.dynamoDb().goAway();
            without(row, service, "refused");
            aws.dynamoDb().heal();
            aws.dynamoDb().fail(new Fault.BlackHole());
            without(row, service, "silent");
            aws.dynamoDb().heal();
            row.is("a style after", style(service), 200);
        }
    }

    @Test
    @Tag("STYLE")
    @DisplayName("a style is changed in DynamoDB: served in its new form within 10 s")
    void servesAStyleAsItIsNow(Row row) throws IOException, InterruptedException {
        var launch = Launch.shipped().with("image-handler.style-refresh", "5s"); // as deployed
        try (var aws = FaultyAws.start(folder);
                var client = Clients.dynamoDb(aws.direct().dynamoDb());
                var service = OnDemand.start(aws.direct(), folder, launch)) {
            aws.upload("small.jpg", Photos.small(1));
            var styles = new StyleTable(client, Names.STYLES);
            row.is("wide before", width(service), 200);
            for (var width : List.of(100, 120, 140)) {
                var begin = System.nanoTime();
                styles.put(StyleRow.eager("thumb", "image/resize,w_" + width));
                while (width(service) != width && System.nanoTime() - begin < LONGEST_CHANGE) {
                    Thread.sleep(PAUSE);
                }
                row.is("wide after", width(service), width);
                row.atMost("after", (System.nanoTime() - begin) / 1e9, 10, "s");
            }
        }
    }

    private static int width(OnDemand service) throws IOException {
        var answer = service.get("/small.jpg?x-oss-process=style/thumb");
        var bytes = new byte[answer.length()];
        answer.body().get(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes)).getWidth();
    }

    private static int style(OnDemand service) throws IOException {
        return service.get("/small.jpg?x-oss-process=style/thumb").status();
    }

    private static void without(Row row, OnDemand service, String how)
            throws InterruptedException, ExecutionException {
        var time = Row.seconds(30);
        try (var aside = Executors.newVirtualThreadPerTaskExecutor();
                var doctor = new Client(service.process().port(), Duration.ofSeconds(5))) {
            var health = aside.submit(() -> Load.open(1, time, _ -> doctor.get("/health")));
            var shots =
                    Load.open(RATE, time, _ -> service.get("/small.jpg?x-oss-process=style/thumb"));
            row.say("%s: %s %s".formatted(how, shots, shots.failures()));
            row.is(how + ": answers other than 200", shots.count() - shots.ok().count(), 0);
            row.is(
                    how + ": /health other than 200",
                    health.get().that(shot -> !shot.isOk()).count(),
                    0);
        }
    }
}

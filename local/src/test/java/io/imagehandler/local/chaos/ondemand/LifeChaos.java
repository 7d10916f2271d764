package io.imagehandler.local.chaos.ondemand;

import static org.awaitility.Awaitility.await;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.http.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Begin and end.
@ExtendWith(Rows.class)
class LifeChaos {

    private static final int STARTS = 3;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    @TempDir private Path folder;

    @Test
    @Tag("S4")
    @DisplayName(
            "started while S3 and DynamoDB are away: alive, not ready, ready when they are back")
    void getsReadyOnceItsDependenciesAreBack(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            aws.s3().goAway();
            aws.dynamoDb().goAway();
            try (var service = OnDemand.launch(aws.faulty(), folder, Launch.shipped());
                    var doctor = new Client(service.process().port(), Duration.ofSeconds(5))) {
                await().atMost(LONGEST_START)
                        .ignoreExceptions()
                        .until(() -> doctor.get("/health").status() > 0);
                Thread.sleep(Row.seconds(15)); // away long enough for every back-off to have grown
                row.is("alive", service.process().isAlive(), true);
                row.is("/health/live", doctor.get("/health/live").status(), 200);
                row.is("/health", doctor.get("/health").status(), 503);
                var begin = System.nanoTime();
                aws.s3().heal();
                aws.dynamoDb().heal();
                service.process().awaitReady(LONGEST_START);
                row.atMost("ready after they are back", (System.nanoTime() - begin) / 1e9, 10, "s");
                aws.upload("large.jpg", Photos.large());
                row.is("and serves", service.get(OnDemand.variant("large.jpg", 0)).status(), 200);
            }
        }
    }

    @Test
    @Tag("S5")
    @DisplayName("started with a wrong setting: ends within 10 s and names it")
    void namesTheSettingThatIsWrong(Row row) throws IOException, InterruptedException {
        var wrong =
                List.of(
                        "image-handler.originals-bucket=",
                        "image-handler.derived-bucket=originals",
                        "image-handler.style-table=",
                        "image-handler.slots=65",
                        "image-handler.deadline=26s",
                        "image-handler.memory-budget=10MB",
                        "image-handler.limits.decode-memory=1TB",
                        "image-handler.slotz=1",
                        "image-handler.signing.mode=all");
        try (var aws = FaultyAws.start(folder)) {
            for (var setting : wrong) {
                var parts = setting.split("=", -1);
                var launch = Launch.shipped().with(parts[0], parts[1]);
                var log = folder.resolve("wrong-%d.log".formatted(wrong.indexOf(setting)));
                try (var service = ServiceProcess.onDemand(aws.direct(), launch, log)) {
                    ends(row, setting, parts[0], service);
                }
            }
        }
    }

    private static void ends(Row row, String setting, String name, ServiceProcess service)
            throws IOException, InterruptedException {
        var code = service.awaitEnd(Duration.ofSeconds(30));
        var time = service.age().toMillis() / 1000.0;
        // The last word is enough where a group of settings is named.
        var word = name.substring(name.lastIndexOf('.') + 1);
        var named = service.said().contains(word) || service.said().contains("signing.keys");
        var good = code.isPresent() && code.get() != 0 && time <= 10 && named;
        row.holds(
                setting.substring(setting.indexOf('.') + 1),
                "code not 0, ≤ 10 s, named",
                "code %s, %.1f s, %s"
                        .formatted(
                                code.map(String::valueOf).orElse("none"),
                                time,
                                named ? "named" : "not named"),
                good);
    }

    @Test
    @Tag("S6")
    @DisplayName("started on one processor, as from its image: ready within 8 s")
    void isReadySoon(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            for (var number = 1; number <= STARTS; number++) {
                row.atMost(
                        "start %d, ready after".formatted(number),
                        start(row, aws, Launch.shipped().onOneProcessor()),
                        8,
                        "s");
            }
            row.tell(
                    "on all processors, ready after",
                    "%.1f s".formatted(start(row, aws, Launch.shipped())));
        }
    }

    /// @return seconds until it was ready
    private double start(Row row, FaultyAws aws, Launch launch)
            throws IOException, InterruptedException {
        try (var service = OnDemand.launch(aws.direct(), folder, launch)) {
            var time = service.process().awaitReady(LONGEST_START);
            row.is("starts from its cache", service.process().maps("service.aot"), true);
            row.say("processor time %d ms".formatted(service.process().processorTime().toMillis()));
            return time.toMillis() / 1000.0;
        }
    }
}

package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.proxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What it stands on goes away.
@ExtendWith(Rows.class)
class OutageChaos {

    private static final int RATE = 5;

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

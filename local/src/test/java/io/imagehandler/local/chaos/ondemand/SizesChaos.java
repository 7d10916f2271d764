package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.load.Load;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Large pictures and small ones together.
@ExtendWith(Rows.class)
class SizesChaos {

    private static final int SMALL = 10;
    private static final int RATE = 50;

    private final AtomicLong numbers = new AtomicLong();

    @TempDir private Path folder;

    @Test
    @Tag("O8")
    @DisplayName("200 large and 2,000 small pictures: no permit leaks, the small ones hardly wait")
    void serveTheSmallBesideTheLarge(Row row)
            throws IOException, InterruptedException, ExecutionException {
        var time = Duration.ofSeconds(Row.count(2000) / RATE);
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder);
                var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            OnDemand.uploadLarge(aws);
            for (var number = 0; number < SMALL; number++) {
                aws.upload("small-%d.jpg".formatted(number), Photos.small(number));
            }
            service.warmUp(Duration.ofSeconds(8));
            Load.closed(2, Duration.ofSeconds(5), _ -> small(service));

            var idle = Load.open(RATE, Duration.ofSeconds(10), _ -> small(service));
            row.say("small alone: " + idle);
            // One client after the other: beside the small ones, one slot of two is always taken.
            var large = aside.submit(() -> Load.closed(1, time, _ -> large(service)));
            var beside = Load.open(RATE, time, _ -> small(service));

            row.say("small: " + beside + " " + beside.failures());
            row.say("large: " + large.get() + " " + large.get().failures());
            row.atLeast("large served", large.get().ok().count(), Row.count(2000) / 10.0, "");
            row.is("large not served", large.get().count() - large.get().ok().count(), 0);
            row.is("small not served", beside.count() - beside.ok().count(), 0);
            row.atMost("small p99, of that alone", beside.p99() / idle.p99(), 3, "x");
            row.tell(
                    "small p99 alone and beside",
                    "%.0f and %.0f ms".formatted(idle.p99(), beside.p99()));
            row.is(
                    "slots in use after",
                    service.metric("image_slots_used").orElse(Double.NaN),
                    0.0);
            row.is("queued after", service.metric("image_queue_depth").orElse(Double.NaN), 0.0);
        }
    }

    private Answer large(OnDemand service) throws IOException {
        var number = numbers.getAndIncrement();
        return service.get(OnDemand.variant(OnDemand.large(number), number));
    }

    private Answer small(OnDemand service) throws IOException {
        var number = numbers.getAndIncrement();
        var key = "small-%d.jpg".formatted(number % SMALL);
        return service.get(
                "/%s?x-oss-process=image/resize,w_%d/quality,q_%d"
                        .formatted(key, 100 + number % 200, 50 + number / 200 % 50));
    }
}

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
    private static final double MOST_A_SECOND = 50;

    /// Of what could be done if there were nothing else: the small ones are in nobody's way.
    private static final double SHARE = 0.15;

    private final AtomicLong numbers = new AtomicLong();

    @TempDir private Path folder;

    @Test
    @Tag("O8")
    @DisplayName("200 large and 2,000 small pictures: no permit leaks, the small ones hardly wait")
    void serveTheSmallBesideTheLarge(Row row)
            throws IOException, InterruptedException, ExecutionException {
        var count = Row.count(2000);
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder);
                var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            OnDemand.uploadLarge(aws);
            for (var number = 0; number < SMALL; number++) {
                aws.upload("small-%d.jpg".formatted(number), Photos.small(number));
            }
            service.warmUp(Duration.ofSeconds(8));
            Load.closed(2, Duration.ofSeconds(5), _ -> small(service));
            var capacity = Load.closed(2, Duration.ofSeconds(5), _ -> small(service)).ok().rate();
            var rate = Math.min(MOST_A_SECOND, SHARE * capacity);
            var time = Duration.ofMillis((long) (1000 * count / rate));

            var idle = Load.open(rate, Duration.ofSeconds(10), _ -> small(service));
            row.say("small alone: " + idle);
            // As many as there are slots, and one that waits: no slot is ever free for long.
            var clients = OnDemand.SLOTS + 1;
            var alone = Load.closed(clients, Duration.ofSeconds(8), _ -> large(service));
            row.say("large alone: " + alone);
            var large = aside.submit(() -> Load.closed(clients, time, _ -> large(service)));
            var beside = Load.open(rate, time, _ -> small(service));

            row.say("small: " + beside + " " + beside.failures());
            row.say("large: " + large.get() + " " + large.get().failures());
            row.atLeast("large served", large.get().ok().count(), count / 10.0, "");
            row.tell(
                    "large a second, alone and beside",
                    "%.1f and %.1f".formatted(alone.ok().rate(), large.get().ok().rate()));
            row.atMost(
                    "small not served",
                    100.0 - 100.0 * beside.ok().count() / beside.count(),
                    1,
                    "%");
            row.atMost("small p99, of that alone", beside.ok().p99() / idle.ok().p99(), 3, "x");
            row.tell(
                    "small p99 alone and beside",
                    "%.0f and %.0f ms".formatted(idle.ok().p99(), beside.ok().p99()));
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

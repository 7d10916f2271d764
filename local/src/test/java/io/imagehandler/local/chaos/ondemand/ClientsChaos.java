package io.imagehandler.local.chaos.ondemand;

import static org.awaitility.Awaitility.await;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.load.Shots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Clients that leave, and clients that hang on.
@ExtendWith(Rows.class)
class ClientsChaos {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final int SENDERS = 500;
    private static final int READERS = 200;
    private static final double QUIET_SHARE = 0.4;

    private final AtomicLong numbers = new AtomicLong();

    @TempDir private Path folder;

    @Test
    @Tag("O5")
    @DisplayName("90 % of clients leave after 100 ms: their places are free at once, nothing leaks")
    void dropsWhatNobodyWaitsFor(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder);
                var hasty = new Client(service.process().port(), Duration.ofMillis(100))) {
            OnDemand.uploadLarge(aws);
            service.warmUp(WARM_UP);
            var capacity = capacity(service);
            var before = service.figures();

            // Those who stay are half of what can be done; all of them are five times as many.
            var shots =
                    Load.open(
                            5 * capacity,
                            Row.seconds(30),
                            n -> n % 10 == 0 ? service.get(next()) : hasty.get(next()));
            var emptied = awaitEmpty(service);

            var stayed =
                    new Shots(
                            IntStream.range(0, shots.count())
                                    .filter(n -> n % 10 == 0)
                                    .mapToObj(shots.all()::get)
                                    .toList(),
                            shots.time());
            row.say("all: " + shots);
            row.say("stayed: " + stayed + " " + stayed.failures());
            row.tell("capacity", "%.1f/s".formatted(capacity));
            row.tell(
                    "those who stayed: served",
                    "%d of %d".formatted(stayed.ok().count(), stayed.count()));
            row.is(
                    "those who stayed: neither 200 nor 503",
                    stayed.that(shot -> !shot.isOk() && !shot.isRejected()).count(),
                    0);
            row.holds(
                    "queue and slots are free after",
                    "≤ 1 s",
                    emptied.toMillis() + " ms",
                    emptied.compareTo(Duration.ofSeconds(1)) <= 0);
            var leaked = service.figures();
            row.atMost("more open files than before", leaked.files() - before.files(), 20, "");
            row.atMost("more threads than before", leaked.threads() - before.threads(), 20, "");
            row.is("the next one", service.get(next()).status(), 200);
        }
    }

    /// How long it took until nothing was queued, rendered or reserved any more.
    private static Duration awaitEmpty(OnDemand service) {
        var begin = System.nanoTime();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            service.metric("image_queue_depth").orElse(1) == 0
                                    && service.metric("image_slots_used").orElse(1) == 0);
        } catch (ConditionTimeoutException _) {
            return Duration.ofSeconds(10);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    @Tag("O6")
    @DisplayName("500 sockets that send 1 B/s, 200 that read 1 KB/s: other traffic hardly notices")
    void servesOthersBesideTheSlow(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder);
                var slow = new SlowClients()) {
            OnDemand.uploadLarge(aws);
            aws.upload("read.jpg", Photos.large());
            service.warmUp(WARM_UP);
            var rate = QUIET_SHARE * capacity(service);
            var time = Row.seconds((int) MEASURED.toSeconds());

            var alone = Load.open(rate, time, _ -> service.get(next()));
            row.say("alone: " + alone);
            slow.send(service.process().port(), SENDERS);
            slow.read(service.process().port(), READERS, ClientsChaos::whatIsRead);
            Thread.sleep(SETTLE);
            var beside = Load.open(rate, time, _ -> service.get(next()));

            row.say("beside the slow: " + beside + " " + beside.failures());
            row.is(
                    "beside the slow: answers other than 200",
                    beside.count() - beside.ok().count(),
                    0);
            row.atMost("beside the slow: p99, of that alone", beside.p99() / alone.p99(), 1.5, "x");
            row.tell(
                    "p99 alone and beside",
                    "%.0f and %.0f ms".formatted(alone.p99(), beside.p99()));
            var cutOff = awaitCutOff(slow);
            var last = cutOff.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
            row.is("slow senders that were cut off", cutOff.size(), SENDERS);
            row.atMost("the last of them after", last.toMillis() / 1000.0, 12, "s");
            row.tell("after that", service.figures().toString());
        }
    }

    private static List<Duration> awaitCutOff(SlowClients slow) {
        try {
            await().atMost(Duration.ofSeconds(15)).until(() -> slow.cutOff().size() >= SENDERS);
        } catch (ConditionTimeoutException _) {
            // the figures tell
        }
        return slow.cutOff();
    }

    /// A half of them read an original, which is passed through; the others a picture.
    private static String whatIsRead(int number) {
        return number % 2 == 0 ? "/read.jpg" : OnDemand.variant("read.jpg", 0);
    }

    private double capacity(OnDemand service) throws InterruptedException {
        return Load.closed(2 * OnDemand.SLOTS, Duration.ofSeconds(8), _ -> service.get(next()))
                .ok()
                .rate();
    }

    private String next() {
        var number = numbers.getAndIncrement();
        return OnDemand.variant(OnDemand.large(number), number);
    }
}

package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.load.Shot;
import io.imagehandler.local.chaos.load.Shots;
import io.imagehandler.local.chaos.proxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// More than it can do.
@ExtendWith(Rows.class)
class OverloadChaos {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration CALM = Duration.ofSeconds(15);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(20);
    private static final double TIMES = 10;
    private static final double CALM_SHARE = 0.8;
    private static final double FAST = 50;
    private static final int HEALTH_RATE = 10;
    private static final int FILLERS = 3 * OnDemand.SLOTS + 2;
    private static final int REFUSED_CLIENTS = 4;
    private static final int REFUSING = 8;

    /// How much a percentile may differ between two runs of the same load on a machine that is
    /// shared with the load's generator.
    private static final double NOISE = 1.25;

    private final AtomicLong numbers = new AtomicLong();

    @TempDir private Path folder;

    private record Peak(double goodput, Shots calm) {}

    @Test
    @Tag("O1")
    @Tag("O2")
    @DisplayName("10 x capacity for 60 s, then 0.8 x: steady goodput, fast refusals, calm at once")
    void staysCalmUnderTenTimesItsCapacity(Row row)
            throws IOException, InterruptedException, ExecutionException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder)) {
            OnDemand.uploadLarge(aws);
            service.warmUp(WARM_UP);
            var peak = peak(row, service);
            overload(row, service, peak);
            recovery(row.also("O2"), service, peak);
        }
    }

    private Peak peak(Row row, OnDemand service) throws InterruptedException {
        var peak = Load.closed(2 * OnDemand.SLOTS, CALM, _ -> service.get(next()));
        row.say("peak, %d clients: %s".formatted(2 * OnDemand.SLOTS, peak));
        var calm = Load.open(CALM_SHARE * peak.ok().rate(), CALM, _ -> service.get(next()));
        row.say("calm, 0.8 x: " + calm);
        row.tell("peak goodput", "%.1f/s".formatted(peak.ok().rate()));
        row.tell("p99 at 0.8 x", "%.0f ms".formatted(calm.ok().p99()));
        return new Peak(peak.ok().rate(), calm);
    }

    private void overload(Row row, OnDemand service, Peak peak)
            throws InterruptedException, IOException, ExecutionException {
        var time = Row.seconds(60);
        try (var aside = Executors.newVirtualThreadPerTaskExecutor();
                var doctor = new Client(service.process().port(), Duration.ofSeconds(10))) {
            var health =
                    aside.submit(() -> Load.open(HEALTH_RATE, time, _ -> doctor.get("/health")));
            var shots = Load.open(TIMES * peak.goodput(), time, _ -> service.get(next()));
            row.say("10 x: " + shots + " " + shots.failures());
            goodput(row, shots, peak);
            refusals(row, shots);
            row.atMost(
                    "RSS, of a container of %d MB".formatted(Launch.CONTAINER),
                    service.figures().peak(),
                    0.85 * Launch.CONTAINER,
                    "MB");
            row.atMost("/health p99", health.get().p99(), 100, "ms");
            row.is("/health other than 200", health.get().that(shot -> !shot.isOk()).count(), 0);
        }
    }

    private static void goodput(Row row, Shots shots, Peak peak) {
        // What was answered after the load's end counts as little as what was before its begin.
        var inTime = shots.ok().that(shot -> shot.at() + shot.nanos() <= shots.time().toNanos());
        row.atLeast("goodput at 10 x, of peak", 100 * inTime.rate() / peak.goodput(), 85, "%");
        row.atMost(
                "p99 of what is accepted",
                shots.ok().p99(),
                1000 + 2 * peak.calm().ok().p99(),
                "ms");
    }

    private static void refusals(Row row, Shots shots) {
        var others = shots.that(shot -> !shot.isOk());
        var odd = others.that(shot -> !isProper(shot));
        row.is("answers that are neither 200 nor 503 with Retry-After 1 to 3", odd.count(), 0);
        var rejected = shots.rejected();
        row.atMost("refusal, median", rejected.p50(), FAST, "ms");
        row.tell("refusal, p99", "%.0f ms".formatted(rejected.p99()));
        row.tell("refusal, slowest", "%.0f ms".formatted(rejected.max()));
        var fast = rejected.that(shot -> shot.nanos() <= FAST * 1e6).count();
        row.tell(
                "refusals within 50 ms (the load shares the processors)",
                "%.1f %% of %d"
                        .formatted(100.0 * fast / Math.max(1, rejected.count()), rejected.count()));
    }

    private static boolean isProper(Shot shot) {
        return shot.isRejected() && shot.retryAfter().matches("[123]");
    }

    private void recovery(Row row, OnDemand service, Peak peak) throws InterruptedException {
        var after = Load.open(CALM_SHARE * peak.goodput(), AFTER, _ -> service.get(next()));
        row.say("back at 0.8 x: " + after);
        var settled = after.due(RECOVERY, AFTER);
        row.atMost(
                "p99 from 5 s after (before, and %.0f %% for noise)".formatted(100 * NOISE - 100),
                settled.ok().p99(),
                NOISE * peak.calm().ok().p99(),
                "ms");
        row.is("refused from 5 s after", settled.that(shot -> !shot.isOk()).count(), 0);
    }

    @Test
    @Tag("O1")
    @Tag("O1c")
    @DisplayName("what a refusal costs, with every place taken by requests that wait for S3")
    void refusesAtLittleCost(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder);
                var waiting = new Client(service.process().port(), Duration.ofSeconds(60))) {
            aws.s3().fail(new Fault.BlackHole());
            refuse(service, waiting);
            row.say("warm");
            var before = service.process().processorTime();
            var shots = refuse(service, waiting);
            var took = service.process().processorTime().minus(before);
            row.say(shots + " " + shots.failures());
            // A fetch that was given up has left its place to somebody.
            row.atMost(
                    "with every place taken: not refused",
                    shots.count() - shots.rejected().count(),
                    FILLERS,
                    "");
            row.tell(
                    "processor time of a refusal",
                    "%.2f ms".formatted(took.toNanos() / 1e6 / shots.count()));
        }
    }

    /// Asks while every place is taken, which lasts until the fetches are given up.
    private Shots refuse(OnDemand service, Client waiting) throws InterruptedException {
        try (var fillers = Executors.newVirtualThreadPerTaskExecutor()) {
            var refused = new CountDownLatch(1);
            for (var filler = 0; filler < FILLERS; filler++) {
                var _ =
                        fillers.submit(() -> {
                            if (waiting.get(next()).status() == 503) {
                                refused.countDown();
                            }
                            return null;
                        });
            }
            refused.await();
            return Load.closed(REFUSED_CLIENTS, Row.seconds(REFUSING), _ -> service.get(next()));
        }
    }

    private String next() {
        var number = numbers.getAndIncrement();
        return OnDemand.variant(OnDemand.large(number), number);
    }
}

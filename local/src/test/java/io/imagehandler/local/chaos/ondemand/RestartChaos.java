package io.imagehandler.local.chaos.ondemand;

import static org.awaitility.Awaitility.await;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.ServiceProcess.Signal;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.load.Shots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Replaced under load, one process after the other.
@ExtendWith(Rows.class)
class RestartChaos {

    private static final int RESTARTS = 10;
    private static final int SMALL = 10;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);

    /// A tenth of what is deployed: the balancer looks every 10 s there and the service drains 35
    /// s.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final String DRAIN = "3500ms";

    /// Of what the machine can do, which is what one process alone can do: both share it.
    private static final double SHARE = 0.7;

    private final AtomicLong numbers = new AtomicLong();

    @TempDir private Path folder;

    @Test
    @Tag("S3")
    @DisplayName("10 rolling restarts at 70 % load: no request fails")
    void losesNoRequestWhenItIsReplaced(Row row)
            throws IOException, InterruptedException, ExecutionException {
        try (var aws = FaultyAws.start(folder);
                var balancer = new Balancer(INTERVAL);
                var aside = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < SMALL; number++) {
                aws.upload("small-%d.jpg".formatted(number), Photos.small(number));
            }
            var running = new ArrayDeque<ServiceProcess>();
            try {
                running.add(started(row, aws, balancer));
                var rate = SHARE * capacity(balancer);
                running.add(started(row, aws, balancer));
                await().atMost(LONGEST_START).until(() -> balancer.healthy() == 2);
                Load.closed(2, WARM_UP, _ -> small(balancer));
                row.tell(
                        "load",
                        "%.0f/s, %.0f %% of what this machine can do".formatted(rate, 100 * SHARE));
                var from = numbers.get();
                var over = new AtomicBoolean();
                var load =
                        aside.submit(() -> Load.openUntil(rate, over::get, _ -> small(balancer)));
                restarts(row, aws, balancer, running);
                awaitRequests(from + Row.count(10_000));
                over.set(true);
                tell(row, load.get(), balancer);
            } finally {
                running.forEach(ServiceProcess::close);
            }
        }
    }

    /// On a machine that is too slow for that, the row says how many there were.
    private void awaitRequests(long count) {
        try {
            await().atMost(LONGEST_LOAD).until(() -> numbers.get() >= count);
        } catch (ConditionTimeoutException _) {
            // the figures tell
        }
    }

    private void tell(Row row, Shots shots, Balancer balancer) throws IOException {
        row.say("all: " + shots + " " + shots.failures());
        for (var miss : balancer.misses()) {
            row.say(miss.toString());
            said(miss).forEach(line -> row.say("  which said: " + line));
        }
        row.atLeast("requests", shots.count(), Row.count(10_000), "");
        row.is("requests that failed", shots.count() - shots.ok().count(), 0);
        row.tell(
                "sent again on a new connection, as the kept one was closed",
                String.valueOf(balancer.repeats()));
    }

    /// What the service wrote down of that request.
    private List<String> said(Balancer.Miss miss) throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> !miss.id().isEmpty() && line.contains(miss.id())).toList();
        }
    }

    private void restarts(
            Row row, FaultyAws aws, Balancer balancer, ArrayDeque<ServiceProcess> running)
            throws IOException, InterruptedException {
        var slowest = Duration.ZERO;
        for (var number = 1; number <= Integer.getInteger("chaos.restarts", RESTARTS); number++) {
            running.add(started(row, aws, balancer));
            await().atMost(LONGEST_START).until(() -> balancer.healthy() == 3);
            var old = running.removeFirst();
            try (old) {
                row.say("%s: %d is told to end".formatted(Instant.now(), old.port()));
                var begin = System.nanoTime();
                old.send(Signal.TERM);
                var code = old.awaitEnd(LONGEST_END);
                var took = Duration.ofNanos(System.nanoTime() - begin);
                slowest = slowest.compareTo(took) > 0 ? slowest : took;
                balancer.remove(old.port());
                row.say(
                        "%s: restart %d: ended with %s after %d ms"
                                .formatted(Instant.now(), number, code, took.toMillis()));
            }
        }
        row.atMost("slowest end, drain included", slowest.toMillis() / 1000.0, 3.5 + 15 + 10, "s");
    }

    /// As it is deployed, a process is started before another ends, and has processors of its own
    /// while it starts; here it has what the others leave.
    private ServiceProcess started(Row row, FaultyAws aws, Balancer balancer)
            throws IOException, InterruptedException {
        var launch = Launch.shipped().with("image-handler.drain", DRAIN).inIdleTime();
        var service = ServiceProcess.onDemand(aws.direct(), launch, log());
        var time = service.awaitReady(LONGEST_START);
        service.giveItsShare();
        row.say(
                "%s: %d is ready after %d ms"
                        .formatted(Instant.now(), service.port(), time.toMillis()));
        balancer.add(service.port());
        return service;
    }

    private Path log() {
        return folder.resolve("on-demand.log");
    }

    private double capacity(Balancer balancer) throws InterruptedException {
        await().atMost(LONGEST_START).until(() -> balancer.healthy() == 1);
        Load.closed(2, WARM_UP, _ -> small(balancer));
        return Load.closed(2, Duration.ofSeconds(8), _ -> small(balancer)).ok().rate();
    }

    private Answer small(Balancer balancer) throws IOException {
        var number = numbers.getAndIncrement();
        return balancer.get(
                "/small-%d.jpg?x-oss-process=image/resize,w_%d/quality,q_%d"
                        .formatted(number % SMALL, 100 + number % 200, 50 + number / 200 % 50));
    }
}

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
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.load.Shots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/// Begin and end.
@ExtendWith(Rows.class)
class LifeChaos {

    private static final int RESTARTS = 10;
    private static final int SMALL = 10;
    private static final int STARTS = 3;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    /// A tenth of what is deployed: the balancer looks every 10 s there and the service drains 35
    /// s.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final String DRAIN = "3500ms";

    /// Two processes share this machine, so each has half of what one alone can do; and while one
    /// is away, the other serves all.
    private static final double SHARE = 0.7 / 2;

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
                running.add(started(aws, balancer));
                var rate = SHARE * capacity(balancer);
                running.add(started(aws, balancer));
                await().atMost(LONGEST_START).until(() -> balancer.healthy() == 2);
                row.tell(
                        "load",
                        "%.0f/s, %.0f %% of what one alone can do".formatted(rate, 100 * SHARE));
                var over = new AtomicBoolean();
                var load =
                        aside.submit(() -> Load.openUntil(rate, over::get, _ -> small(balancer)));
                restarts(row, aws, balancer, running);
                awaitRequests(Row.count(10_000));
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
            await().atMost(Duration.ofMinutes(3)).until(() -> numbers.get() >= count);
        } catch (ConditionTimeoutException _) {
            // the figures tell
        }
    }

    private static void tell(Row row, Shots shots, Balancer balancer) {
        row.say("all: " + shots + " " + shots.failures());
        row.tell("requests, of 10,000", String.valueOf(shots.count()));
        row.is("requests that failed", shots.count() - shots.ok().count(), 0);
        row.tell(
                "sent again on a new connection, as the kept one was closed",
                String.valueOf(balancer.repeats()));
    }

    private void restarts(
            Row row, FaultyAws aws, Balancer balancer, ArrayDeque<ServiceProcess> running)
            throws IOException, InterruptedException {
        var slowest = Duration.ZERO;
        for (var number = 1; number <= Integer.getInteger("chaos.restarts", RESTARTS); number++) {
            var old = running.removeFirst();
            try (old) {
                var begin = System.nanoTime();
                old.send(Signal.TERM);
                var code = old.awaitEnd(LONGEST_END);
                var took = Duration.ofNanos(System.nanoTime() - begin);
                slowest = slowest.compareTo(took) > 0 ? slowest : took;
                balancer.remove(old.port());
                running.add(started(aws, balancer));
                await().atMost(LONGEST_START).until(() -> balancer.healthy() == 2);
                row.say(
                        "restart %d: ended with %s after %d ms"
                                .formatted(number, code, took.toMillis()));
            }
        }
        row.atMost("slowest end, drain included", slowest.toMillis() / 1000.0, 3.5 + 15 + 10, "s");
    }

    private ServiceProcess started(FaultyAws aws, Balancer balancer)
            throws IOException, InterruptedException {
        var launch = Launch.usual().with("image-handler.drain", DRAIN);
        var service =
                ServiceProcess.onDemand(aws.direct(), launch, folder.resolve("on-demand.log"));
        service.awaitReady(LONGEST_START);
        balancer.add(service.port());
        return service;
    }

    private double capacity(Balancer balancer) throws InterruptedException {
        await().atMost(LONGEST_START).until(() -> balancer.healthy() == 1);
        Load.closed(2, Duration.ofSeconds(12), _ -> small(balancer));
        return Load.closed(2, Duration.ofSeconds(8), _ -> small(balancer)).ok().rate();
    }

    private Answer small(Balancer balancer) throws IOException {
        var number = numbers.getAndIncrement();
        return balancer.get(
                "/small-%d.jpg?x-oss-process=image/resize,w_%d/quality,q_%d"
                        .formatted(number % SMALL, 100 + number % 200, 50 + number / 200 % 50));
    }

    @Test
    @Tag("S4")
    @DisplayName(
            "started while S3 and DynamoDB are away: alive, not ready, ready when they are back")
    void getsReadyOnceItsDependenciesAreBack(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            aws.s3().goAway();
            aws.dynamoDb().goAway();
            try (var service = OnDemand.launch(aws.faulty(), folder, Launch.usual());
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
                var launch = Launch.usual().with(parts[0], parts[1]);
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
    @DisplayName("started on one processor: ready within 8 s")
    void isReadySoon(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            for (var number = 1; number <= STARTS; number++) {
                try (var service =
                        OnDemand.launch(aws.direct(), folder, Launch.usual().onOneProcessor())) {
                    var time = service.process().awaitReady(LONGEST_START);
                    row.atMost(
                            "start %d, ready after".formatted(number),
                            time.toMillis() / 1000.0,
                            8,
                            "s");
                }
            }
        }
    }
}

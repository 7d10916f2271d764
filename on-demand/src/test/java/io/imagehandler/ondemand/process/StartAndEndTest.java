package io.imagehandler.ondemand.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// How the service begins and ends, as a process.
class StartAndEndTest {

    private static final int CLIENTS = 4;

    private final TinyAws aws = new TinyAws();
    @TempDir private Path folder;

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void failsNobodyWhileItsLoadBalancerTakesItOut() throws Exception {
        try (var service = ServiceProcess.start(aws, folder, "--image-handler.drain=4s")) {
            long begun = System.nanoTime();
            patiently().until(() -> service.status("/health") == 200);
            IO.println(
                    "ready after %.1f s, and %.1f s of processor time"
                            .formatted(
                                    since(begun).toMillis() / 1e3,
                                    service.processorTime().toMillis() / 1e3));
            assertThat(service.processorTime()).isLessThan(Duration.ofSeconds(8));
            var load = new Load(service);
            load.run(200);

            service.terminate();
            long told = System.nanoTime();
            await().atMost(Duration.ofSeconds(1)).until(() -> service.status("/health") == 503);
            assertThat(service.get("/health").headers().firstValue("Connection")).hasValue("close");
            assertThat(service.get("/_r/x/a.png/resize,w_7").headers().firstValue("Connection"))
                    .hasValue("close");
            // As long as a load balancer takes to fail it three times.
            while (since(told).compareTo(Duration.ofSeconds(3)) < 0) {
                load.run(20);
            }

            IO.println("%d requests, %d failed".formatted(load.sent.get(), load.failed.get()));
            assertThat(load.failed).hasValue(0);
            assertThat(service.awaitEnd(Duration.ofSeconds(20))).isEqualTo(143);
            assertThat(since(told)).isGreaterThan(Duration.ofSeconds(4));
        }
    }

    /// Pictures of ever other sizes.
    private static final class Load {

        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final ServiceProcess service;

        private Load(ServiceProcess service) {
            this.service = service;
        }

        private void run(int many) {
            var places = new Semaphore(CLIENTS);
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < many; i++) {
                    places.acquireUninterruptibly();
                    clients.execute(() -> {
                        ask();
                        places.release();
                    });
                }
            }
        }

        private void ask() {
            try {
                int width = 1 + sent.incrementAndGet() % 100;
                if (service.status("/_r/x/a.png/resize,w_" + width) != 200) {
                    failed.incrementAndGet();
                }
            } catch (InterruptedException e) {
                failed.incrementAndGet();
            }
        }
    }

    @Test
    void isLiveAndNotReadyUntilAwsIsThere() throws Exception {
        aws.goAway();
        try (var service = ServiceProcess.start(aws, folder)) {
            patiently().until(() -> service.status("/health/live") == 200);
            assertThat(service.status("/health")).isEqualTo(503);
            assertThat(service.status("/a.png@!small")).isEqualTo(503);

            aws.comeBack();

            await().atMost(Duration.ofSeconds(10)).until(() -> service.status("/health") == 200);
            assertThat(service.status("/a.png@!small")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--image-handler.derived-bucket=originals, image-handler.derived-bucket",
        "--image-handler.memory-budget=10MB, image-handler.memory-budget",
        "--image-handler.signing.keys.k1=short, image-handler.signing.keys"
    })
    void endsAtOnceWithAWrongSetting(String setting, String named) throws Exception {
        try (var service = ServiceProcess.start(aws, folder, setting)) {
            assertThat(service.awaitEnd(Duration.ofSeconds(60))).isNotZero();
            assertThat(service.processorTime()).isLessThan(Duration.ofSeconds(10));
            assertThat(service.log()).contains(named);
        }
    }

    @Test
    void tellsNobodyItsSecretsAndWritesNothingButJson() throws Exception {
        try (var service =
                ServiceProcess.start(aws, folder, "--image-handler.signing.mode=ad-hoc")) {
            patiently().until(() -> service.status("/health") == 200);
            String signed = "?x-oss-process=image/resize,w_9&x-exp=1&x-sig=k1." + "A".repeat(43);
            assertThat(service.status("/a.png" + signed)).isIn(403, 410, 400);
            aws.goAway();
            assertThat(service.status("/a.png@!small")).isIn(503, 504);
            var told =
                    new StringBuilder(service.manage("/actuator/health").body())
                            .append(service.manage("/actuator/prometheus").body())
                            .append(service.manage("/actuator/explain?url=/a.png").body())
                            .append(service.manage("/actuator/env").body())
                            .append(service.manage("/actuator/configprops").body());

            String log = service.log();

            assertThat(told.append(log).toString())
                    .doesNotContain(ServiceProcess.SECRET, "A".repeat(43), "x-sig");
            assertThat(log.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> JsonMapper.shared().readTree(line));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100));
    }
}

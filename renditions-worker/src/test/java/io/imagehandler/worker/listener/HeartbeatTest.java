package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.awspring.cloud.sqs.listener.Visibility;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final AtomicInteger beats = new AtomicInteger();

    @Test
    void keepsAMessageUntilItIsDone() {
        try (var heartbeat = new Heartbeat(Duration.ofMillis(10))) {
            try (var _ = heartbeat.start(counting())) {
                await().until(() -> beats.get() >= 2);
            }
            int atTheEnd = beats.get();
            await().during(Duration.ofMillis(100)).until(() -> beats.get() <= atTheEnd + 1);
        }
    }

    @Test
    void goesOnAfterALostBeat() {
        Visibility broken =
                _ -> {
                    beats.incrementAndGet();
                    return CompletableFuture.failedFuture(new IllegalStateException("lost"));
                };
        try (var heartbeat = new Heartbeat(Duration.ofMillis(10));
                var _ = heartbeat.start(broken)) {
            await().until(() -> beats.get() >= 3);
        }
        assertThat(beats.get()).isGreaterThanOrEqualTo(3);
    }

    private Visibility counting() {
        return seconds -> {
            assertThat(seconds).isEqualTo(120);
            beats.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        };
    }
}

package io.imagehandler.ondemand.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {

    @Test
    void endsOnlyWhenItsTimeIsOver() {
        var drain = new Drain(Duration.ofMillis(200));
        drain.start();
        long begun = System.nanoTime();

        drain.stop(() -> {});

        assertThat(drain.hasBegun()).isTrue();
        assertThat(drain.isRunning()).isTrue();
        await().until(() -> !drain.isRunning());
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
}

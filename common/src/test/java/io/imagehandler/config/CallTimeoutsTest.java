package io.imagehandler.config;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTimeoutsTest {

    private final CallTimeouts timeouts = new CallTimeouts();

    @AfterEach
    void close() {
        timeouts.close();
    }

    @Test
    void areForgottenWithTheirCalls() {
        var limit = timeouts.timer().schedule(() -> {}, 5, SECONDS);
        assertThat(timeouts.timer().getQueue()).contains((Runnable) limit);

        limit.cancel(false);

        assertThat(timeouts.timer().getQueue()).doesNotContain((Runnable) limit);
    }

    @Test
    void areNeverTheNextToBeDueWhenTheyAreSet() {
        var _ = timeouts.timer().schedule(() -> {}, 5, SECONDS);

        Delayed next = (Delayed) timeouts.timer().getQueue().element();
        assertThat(next.getDelay(MILLISECONDS)).isLessThanOrEqualTo(CallTimeouts.BEAT.toMillis());
    }

    @Test
    void endWhatTakesTooLong() throws InterruptedException {
        var ended = new CountDownLatch(1);

        var _ = timeouts.timer().schedule(ended::countDown, 20, MILLISECONDS);

        assertThat(ended.await(20, SECONDS)).isTrue();
    }
}

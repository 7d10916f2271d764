package io.imagehandler.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.SqsContainerOptions;
import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler.ReleaseReason;
import io.awspring.cloud.sqs.listener.backpressure.BatchAwareBackPressureHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GateTest {

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicLong now = new AtomicLong();
    private final Pulse pulse = new Pulse(now::get);
    private final BatchAwareBackPressureHandler gate = gate(Duration.ofMillis(10));

    @Test
    void letsAsManyInAsThereAreSlots() throws InterruptedException {
        assertThat(gate.requestBatch()).isEqualTo(4);
        assertThat(gate.requestBatch()).isZero();
        gate.release(1, ReleaseReason.PROCESSED);
        assertThat(gate.requestBatch()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void waitsForNoSecondSlotWhileOneIsFree() throws InterruptedException {
        BatchAwareBackPressureHandler patient = gate(Duration.ofHours(1));
        assertThat(patient.requestBatch()).isEqualTo(4);
        patient.release(1, ReleaseReason.PROCESSED);

        assertThat(patient.requestBatch()).isEqualTo(1);
    }

    @Test
    void givesNoMoreThanABatch() throws InterruptedException {
        assertThat(gate.request(3)).isEqualTo(3);
        assertThat(gate.request(3)).isEqualTo(1);
    }

    @Test
    void letsNobodyInWhileItIsShut() throws InterruptedException {
        open.set(false);
        assertThat(gate.requestBatch()).isZero();
        open.set(true);
        assertThat(gate.requestBatch()).isEqualTo(4);
    }

    @Test
    void showsThatSomebodyPollsAlsoWhileItIsShut() throws InterruptedException {
        open.set(false);
        gate.requestBatch();
        now.set(Duration.ofSeconds(59).toNanos());
        assertThat(pulse.isBeating()).isTrue();
        now.set(Duration.ofSeconds(60).toNanos());
        assertThat(pulse.isBeating()).isFalse();

        gate.requestBatch();
        assertThat(pulse.isBeating()).isTrue();
    }

    @Test
    void expectsNoPulseBeforeAndAfter() throws InterruptedException {
        now.set(Duration.ofHours(1).toNanos());
        assertThat(pulse.isBeating()).isTrue();
        gate.requestBatch();
        gate.release(4, ReleaseReason.NONE_FETCHED);
        assertThat(gate.drain(Duration.ofMillis(10))).isTrue();
        now.set(Duration.ofHours(2).toNanos());

        assertThat(pulse.isBeating()).isTrue();
    }

    private BatchAwareBackPressureHandler gate(Duration patience) {
        var options =
                SqsContainerOptions.builder()
                        .maxConcurrentMessages(4)
                        .maxMessagesPerPoll(4)
                        .maxDelayBetweenPolls(patience)
                        .build();
        return (BatchAwareBackPressureHandler)
                Gate.before(open::get, pulse).createBackPressureHandler(options);
    }
}

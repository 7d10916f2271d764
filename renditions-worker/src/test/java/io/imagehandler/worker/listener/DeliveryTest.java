package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Attempts.Opening.Busy;
import io.imagehandler.rendition.convergence.Attempts.Opening.Ours;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.Lease;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessages;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final OriginalKey KEY = new OriginalKey("a b.jpg");
    private static final EntityTag TAG = new EntityTag("e1");
    private static final Duration VISIBILITY = Duration.ofMinutes(2);

    private final RecordingSqs sqs = new RecordingSqs();
    private final InMemoryAttempts memory = new InMemoryAttempts();
    private final Attempts attempts = memory.as("a", "vips-1");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WorkerMeters meters = new WorkerMeters(registry);
    private final TestDelivery message = new TestDelivery(1, sqs);

    @Test
    void agesUntilARenewalIsGranted() {
        message.elapse(Duration.ofSeconds(50));
        assertThat(message.delivery().age()).isEqualTo(Duration.ofSeconds(50));
        var _ = message.delivery().keep(Duration.ofMinutes(2));
        assertThat(message.delivery().age()).isZero();

        message.refuse();
        message.elapse(Duration.ofSeconds(10));
        var _ = message.delivery().keep(Duration.ofMinutes(2));
        assertThat(message.delivery().age()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isRepeatedFromTheSecondTimeOn() {
        assertThat(message.delivery().isRepeated()).isFalse();
        assertThat(new TestDelivery(2, sqs).delivery().isRepeated()).isTrue();
    }

    @Test
    void isNoLeaseOnceItWasGivenBack() {
        var _ = message.delivery().giveBack();

        assertThat(message.visibilities()).containsExactly(0);
        assertThat(message.delivery().age()).isGreaterThanOrEqualTo(Lease.LONGEST);
    }

    @Test
    void asksForAnotherPassByAMessageOfItsOwn() {
        message.delivery().askAgain(KEY);

        var body = sqs.sent().getFirst().messageBody();
        assertThat(((Changes) UploadMessages.parse(body)).changes().getFirst().key())
                .isEqualTo(KEY.value());
    }

    @Test
    void isKeptWithItsMarkerForAsLongAsItIsWorkedOn() {
        attempts.open(KEY, TAG);
        memory.elapse(Duration.ofSeconds(119));
        try (var heartbeat = new Heartbeat(VISIBILITY, Duration.ofMillis(10), attempts, meters)) {
            try (var _ = heartbeat.start(message.delivery())) {
                message.delivery().turnTo(KEY);
                Awaitility.await().until(() -> message.visibilities().size() >= 3);
            }
            int atTheEnd = message.visibilities().size();
            Awaitility.await()
                    .during(Duration.ofMillis(100))
                    .until(() -> message.visibilities().size() <= atTheEnd + 1);
        }
        assertThat(message.visibilities()).containsOnly(120);
        memory.elapse(Duration.ofSeconds(119));
        assertThat(attempts.open(KEY, TAG)).isEqualTo(new Busy());
    }

    @Test
    void isKeptAfterALostBeat() {
        message.refuse();
        try (var heartbeat = new Heartbeat(VISIBILITY, Duration.ofMillis(10), attempts, meters);
                var _ = heartbeat.start(message.delivery())) {
            Awaitility.await().until(() -> message.visibilities().size() >= 3);
        }
        assertThat(registry.counter("sqs.heartbeat.failed").count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void isGivenBackWithItsMarkerAtTheEnd() {
        var deliveries = new Deliveries(attempts);
        var done = new TestDelivery(1, sqs);
        attempts.open(KEY, TAG);
        deliveries.begin(message.delivery());
        message.delivery().turnTo(KEY);
        deliveries.begin(done.delivery());
        deliveries.finish(done.delivery());

        deliveries.giveAllBack(Duration.ofSeconds(5));

        assertThat(message.visibilities()).containsExactly(0);
        assertThat(done.visibilities()).isEmpty();
        assertThat(attempts.open(KEY, TAG)).isEqualTo(new Ours(0));
    }
}

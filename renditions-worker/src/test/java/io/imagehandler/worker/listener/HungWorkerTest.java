package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Attempts.Opening.Ours;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.worker.hang.Hang;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HungWorkerTest {

    private static final OriginalKey GUILTY = new OriginalKey("guilty.jpg");
    private static final OriginalKey INNOCENT = new OriginalKey("innocent.jpg");
    private static final EntityTag TAG = new EntityTag("e1");

    private final RecordingSqs sqs = new RecordingSqs();
    private final InMemoryAttempts memory = new InMemoryAttempts();
    private final Attempts ours = memory.as("a", "vips-1");
    private final Attempts others = memory.as("b", "vips-1");
    private final Deliveries deliveries = new Deliveries(ours);
    private final List<Integer> exits = new ArrayList<>();

    @Test
    void leavesTheGuiltySuspectAndTheOthersAsTheyWere() {
        TestDelivery guilty = worksOn(GUILTY);
        TestDelivery innocent = worksOn(INNOCENT);

        var meters = new WorkerMeters(new SimpleMeterRegistry());
        new Hang(ours, deliveries, meters, exits::add).accept(GUILTY);

        assertThat(others.open(GUILTY, TAG)).isEqualTo(new Ours(Attempts.SUSPECT));
        assertThat(others.open(INNOCENT, TAG)).isEqualTo(new Ours(0));
        assertThat(guilty.visibilities()).containsExactly(0);
        assertThat(innocent.visibilities()).containsExactly(0);
        assertThat(deliveries.isEnding()).isTrue();
        assertThat(exits).hasSize(1);
    }

    private TestDelivery worksOn(OriginalKey key) {
        var message = new TestDelivery(1, sqs);
        ours.open(key, TAG);
        deliveries.begin(message.delivery());
        message.delivery().turnTo(key);
        return message;
    }
}

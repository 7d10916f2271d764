package io.imagehandler.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private final RecordingSqs sqs = new RecordingSqs();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<WrongSetting> wrong = new CopyOnWriteArrayList<>();

    @Test
    void beginsOnceTheQueuesAnswer() {
        sqs.setAway(true);
        try (var listening = listening("uploads", "dead")) {
            listening.begin();
            await().during(Duration.ofMillis(50)).until(() -> !listening.hasBegun());
            sqs.setAway(false);

            await().until(listening::hasBegun);
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void stopsTheWorkerIfAQueueIsMissing() {
        try (var listening = listening("uploads", "no-dead")) {
            listening.begin();

            await().until(() -> !wrong.isEmpty());
            assertThat(listening.hasBegun()).isFalse();
        }
        assertThat(wrong)
                .extracting(Throwable::getMessage)
                .containsOnly(
                        "image-handler.no-dead must name a queue, but there is none called"
                                + " no-dead");
    }

    private Listening listening(String... names) {
        var queues = List.of(names).stream().map(sqs::queue).toList();
        return new Listening(queues, begun::incrementAndGet, wrong::add, Duration.ofMillis(5));
    }
}

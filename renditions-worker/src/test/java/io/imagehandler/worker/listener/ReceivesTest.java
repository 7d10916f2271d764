package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceivesTest {

    private static final String COUNT = MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT;

    @Test
    void areWhatTheQueueSays() {
        assertThat(Receives.of(Map.of(COUNT, "3"))).isEqualTo(new Receives(3, false));
        assertThat(Receives.of(Map.of())).isEqualTo(new Receives(1, false));
    }

    /// Otherwise a picture that is known to be none would be told of to nobody.
    @Test
    void areOneMoreForADeadLetterThatWasSentAgain() {
        assertThat(Receives.of(Map.of(COUNT, "1", "reason", "undecodable")))
                .isEqualTo(new Receives(2, true));
    }
}

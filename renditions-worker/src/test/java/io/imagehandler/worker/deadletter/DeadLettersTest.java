package io.imagehandler.worker.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.message.UploadChange.Origin;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class DeadLettersTest {

    private final RecordingSqs sqs = new RecordingSqs();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeadLetters deadLetters =
            new DeadLetters(sqs.queue("dead"), new WorkerMeters(registry));

    @Test
    void saysWhyNothingCanBeMade() {
        deadLetters.send(
                DeadLetter.rejected(
                        change("a/b c+ü\u0001.jpg"),
                        "e2",
                        new Rejection("undecodable", "the picture is damaged"),
                        "vips-8"));

        assertThat(sqs.sent()).extracting("messageBody").containsExactly("{body}");
        assertThat(sqs.attributes())
                .containsExactlyInAnyOrder(
                        "reason=undecodable",
                        "detail=the picture is damaged",
                        "key=a/b%20c%2B%C3%BC%01.jpg",
                        "etag=e2",
                        "engine=vips-8",
                        "attempts=1",
                        "requestId=7");
        assertThat(registry.counter("dlq.sent", "reason", "undecodable").count()).isEqualTo(1);
    }

    @Test
    void saysWhatFailedForTooOften() {
        deadLetters.send(
                DeadLetter.failed(change("a"), "transient", "s3-403: no\u0000\u200b\n", "x", 5));

        assertThat(sqs.attributes())
                .contains("reason=transient", "detail=s3-403: no", "etag=e1", "attempts=5");
    }

    @Test
    void cutsWhatIsTooLong() {
        String junk = "ü".repeat(128 << 10);
        deadLetters.send(DeadLetter.unreadable(junk, "x".repeat(1000)));

        String body = sqs.sent().getFirst().messageBody();
        assertThat(junk).startsWith(body);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(240 << 10);
        assertThat(sqs.attributes())
                .containsExactlyInAnyOrder(
                        "reason=bad-message", "detail=" + "x".repeat(256), "attempts=1");
    }

    @Test
    void failsIfItCouldNotBeSent() {
        sqs.setAway(true);

        assertThatThrownBy(() -> deadLetters.send(DeadLetter.unreadable("{}", "no")))
                .isInstanceOf(SdkClientException.class);
        assertThat(registry.find("dlq.sent").counter()).isNull();
    }

    private static UploadChange change(String key) {
        return new UploadChange("ObjectCreated:Put", key, 1, new Origin("{body}", "e1", "7", null));
    }
}

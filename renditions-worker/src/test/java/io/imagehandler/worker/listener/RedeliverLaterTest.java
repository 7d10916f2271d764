package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.imagehandler.worker.failure.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class RedeliverLaterTest {

    private final List<Integer> changes = new ArrayList<>();
    private final RedeliverLater handler = new RedeliverLater(new Backoff(new Random(1)));

    @Test
    void letsComeBackWhenItIsTo() {
        var failure = new IllegalStateException("wrapped", new ComeBack(Duration.ofSeconds(17)));

        assertThat(handler.handle(message(3), failure)).isCompletedExceptionally();
        assertThat(changes).containsExactly(17);
    }

    @Test
    void spreadsWhatFailsWithoutPlan() {
        for (int i = 0; i < 200; i++) {
            var _ = handler.handle(message(3), new IllegalStateException("no"));
        }

        assertThat(changes).contains(1, 20).allSatisfy(wait -> assertThat(wait).isBetween(1, 20));
    }

    @Test
    void neverAcknowledges() {
        var failure = new IllegalStateException("no");

        assertThat(handler.handle(message(1), failure).exceptionNow()).isSameAs(failure);
    }

    @Test
    void neverAcknowledgesEvenIfTheWaitCannotBeSet() {
        Visibility broken = _ -> CompletableFuture.failedFuture(new IllegalStateException("gone"));
        var failure = new IllegalStateException("no");

        assertThat(handler.handle(message(1, broken), failure).exceptionNow()).isSameAs(failure);
    }

    private Message<Object> message(int receives) {
        return message(
                receives,
                seconds -> {
                    changes.add(seconds);
                    return CompletableFuture.completedFuture(null);
                });
    }

    private static Message<Object> message(int receives, Visibility visibility) {
        return MessageBuilder.<Object>withPayload("body")
                .setHeader("Sqs_Msa_ApproximateReceiveCount", String.valueOf(receives))
                .setHeader(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, visibility)
                .build();
    }
}

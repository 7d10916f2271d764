package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class RedeliverLaterTest {

    private final List<Integer> changes = new ArrayList<>();
    private final RedeliverLater handler = new RedeliverLater(new Random(1));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "100, 300"})
    void waitsLongerEachTime(int receives, int seconds) {
        assertThat(RedeliverLater.bound(receives)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void spreadsWhatFailsTogether() {
        for (int i = 0; i < 200; i++) {
            var _ = handler.handle(message(3), new IllegalStateException("no"));
        }

        assertThat(changes).contains(1, 20).allSatisfy(wait -> assertThat(wait).isBetween(1, 20));
    }

    @Test
    void neverAcknowledges() {
        var failure = new IllegalStateException("no");

        assertThat(handler.handle(message(1), failure)).isCompletedExceptionally();
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

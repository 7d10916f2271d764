package io.imagehandler.worker.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BreakersTest {

    private final Throwable refused =
            SdkClientException.create("no", new IOException("connection refused"));

    private final Breakers breakers = new Breakers();

    @Test
    void opensAfterThreeCallsWithoutAnswer() {
        fail(Breakers.S3, refused);
        fail(Breakers.S3, ApiCallTimeoutException.create(15_000));
        assertThat(breakers.isAny()).isFalse();
        fail(Breakers.S3, s3(503));

        assertThat(breakers.isAny()).isTrue();
        assertThat(breakers.isOpen(Breakers.S3)).isTrue();
        assertThat(breakers.isOpen(Breakers.DYNAMO_DB)).isFalse();
    }

    @Test
    void staysShutWhileSomeCallsAreAnswered() {
        for (int i = 0; i < 10; i++) {
            fail(Breakers.S3, refused);
            fail(Breakers.S3, refused);
            fail(Breakers.S3, s3(403));
        }
        assertThat(breakers.isAny()).isFalse();
    }

    @Test
    void learnsNothingFromWhatFailsOnOurSide() {
        fail(Breakers.S3, refused);
        fail(Breakers.S3, refused);
        fail(Breakers.S3, AbortedException.create("stopped", new IOException("interrupted")));
        fail(Breakers.S3, new IllegalStateException("ours"));
        assertThat(breakers.isAny()).isFalse();
        fail(Breakers.S3, refused);

        assertThat(breakers.isAny()).isTrue();
    }

    @Test
    void closesWithTheFirstAnswer() {
        open(Breakers.DYNAMO_DB);

        breakers.afterExecution(null, of(Breakers.DYNAMO_DB));

        assertThat(breakers.isAny()).isFalse();
    }

    @Test
    void watchesNoOtherService() {
        for (int i = 0; i < 10; i++) {
            fail("Sqs", refused);
        }
        assertThat(breakers.isAny()).isFalse();
    }

    @Test
    void showsItsState() {
        var registry = new SimpleMeterRegistry();
        breakers.bindTo(registry);
        open(Breakers.S3);

        assertThat(registry.get("breaker.open").tag("dependency", "S3").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("breaker.open").tag("dependency", "DynamoDb").gauge().value())
                .isZero();
    }

    @Test
    void asksOnlyWhoIsAwayUntilItAnswers() {
        open(Breakers.S3);
        var asked = new AtomicInteger();
        var others = new AtomicInteger();
        Runnable question =
                () -> {
                    if (asked.incrementAndGet() < 3) {
                        throw SdkClientException.create("still away");
                    }
                    breakers.afterExecution(null, of(Breakers.S3));
                };

        try (var _ =
                Probes.start(
                        breakers,
                        Map.of(Breakers.S3, question, Breakers.DYNAMO_DB, others::incrementAndGet),
                        Duration.ofMillis(5))) {
            await().until(() -> !breakers.isAny());
            await().during(Duration.ofMillis(50)).until(() -> asked.get() == 3);
        }
        assertThat(others).hasValue(0);
    }

    private void open(String service) {
        for (int i = 0; i < Breaker.MOST_FAILURES; i++) {
            fail(service, refused);
        }
    }

    private void fail(String service, Throwable failure) {
        breakers.onExecutionFailure(new Failed(failure), of(service));
    }

    private static ExecutionAttributes of(String service) {
        return new ExecutionAttributes().putAttribute(SdkExecutionAttribute.SERVICE_NAME, service);
    }

    private static Throwable s3(int status) {
        return S3Exception.builder().statusCode(status).message("no").build();
    }

    private record Failed(Throwable exception) implements Context.FailedExecution {

        @Override
        public SdkRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SdkHttpRequest> httpRequest() {
            return Optional.empty();
        }

        @Override
        public Optional<SdkHttpResponse> httpResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SdkResponse> response() {
            return Optional.empty();
        }
    }
}

package io.imagehandler.worker.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class BreakersTest {

    private final Throwable refused =
            SdkClientException.create("no", new IOException("connection refused"));

    private final Breakers breakers = new Breakers();

    @Test
    void opensAfterThreeCallsWithoutAnswer() {
        fail(Breakers.S3, refused);
        fail(Breakers.S3, ApiCallTimeoutException.create(15_000));
        assertThat(breakers.isAny()).isFalse();
        answer(Breakers.S3, 503);

        assertThat(breakers.isAny()).isTrue();
        assertThat(breakers.isOpen(Breakers.S3)).isTrue();
        assertThat(breakers.isOpen(Breakers.DYNAMO_DB)).isFalse();
    }

    @Test
    void opensAfterThreeTriesOfOneCall() {
        try (var s3 =
                S3Client.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(new Silent())
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(breakers))
                        .build()) {
            assertThatThrownBy(() -> s3.headBucket(head -> head.bucket("photos")))
                    .isInstanceOf(SdkClientException.class);
        }
        assertThat(breakers.isOpen(Breakers.S3)).isTrue();
    }

    @Test
    void staysShutWhileFewTriesFail() {
        for (int i = 0; i < 100; i++) {
            fail(Breakers.S3, refused);
            answer(Breakers.S3, 200);
            answer(Breakers.S3, 503);
            for (int answers = 0; answers < 20; answers++) {
                answer(Breakers.S3, 403);
            }
        }
        assertThat(breakers.isAny()).isFalse();
    }

    @Test
    void opensWhenHalfOfTheTriesFail() {
        for (int i = 0; i < 5; i++) {
            answer(Breakers.S3, 503);
            answer(Breakers.S3, 200);
        }
        assertThat(breakers.isAny()).isTrue();
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
    void closesAfterAnswersInARow() {
        open(Breakers.DYNAMO_DB);
        answers(Breaker.ANSWERS - 1);
        answer(Breakers.DYNAMO_DB, 503);
        answers(Breaker.ANSWERS - 1);
        assertThat(breakers.isAny()).isTrue();

        answers(1);

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
                    answer(Breakers.S3, 200);
                };

        try (var _ =
                Probes.start(
                        breakers,
                        Map.of(Breakers.S3, question, Breakers.DYNAMO_DB, others::incrementAndGet),
                        Duration.ofMillis(5))) {
            await().until(() -> !breakers.isAny());
            await().during(Duration.ofMillis(50)).until(() -> asked.get() == 2 + Breaker.ANSWERS);
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

    private void answers(int count) {
        for (int i = 0; i < count; i++) {
            answer(Breakers.DYNAMO_DB, 400);
        }
    }

    private void answer(String service, int status) {
        breakers.afterTransmission(new Answered(status), of(service));
    }

    /// Never comes to an answer.
    private static final class Silent implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    throw new IOException("nobody answers");
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }

    private record Answered(SdkHttpResponse httpResponse) implements Context.AfterTransmission {

        Answered(int status) {
            this(SdkHttpResponse.builder().statusCode(status).build());
        }

        @Override
        public Optional<Publisher<ByteBuffer>> responsePublisher() {
            return Optional.empty();
        }

        @Override
        public Optional<InputStream> responseBody() {
            return Optional.empty();
        }

        @Override
        public SdkHttpRequest httpRequest() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RequestBody> requestBody() {
            return Optional.empty();
        }

        @Override
        public Optional<AsyncRequestBody> asyncRequestBody() {
            return Optional.empty();
        }

        @Override
        public SdkRequest request() {
            throw new UnsupportedOperationException();
        }
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

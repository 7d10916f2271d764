package io.imagehandler.worker.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.ReadyRendition;
import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Size;
import io.imagehandler.worker.AwsServer;
import io.imagehandler.worker.AwsServer.Answer;
import io.imagehandler.worker.AwsServer.Asked;
import io.imagehandler.worker.failure.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventBridgeEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OriginalKey CAT = new OriginalKey("photos/cat, 1.jpg");
    private static final EntityTag RED = new EntityTag("red");
    private static final ReadyRendition CARD =
            new ReadyRendition(
                    new StyleName("card"),
                    AcceptClass.WEBP,
                    "_r/s/photos/cat, 1.jpg/card.webp",
                    new Size(800, 600),
                    "image/webp",
                    4321);
    private static final Answer AWAY = json(500, "{\"__type\":\"InternalException\"}");

    private volatile Function<Asked, Answer> answers = EventBridgeEventsTest::taken;
    private final AwsServer aws = new AwsServer(asked -> answers.apply(asked));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void tellsWhatIsReadyBeforeThePassEnds() {
        try (var events = events(Duration.ofMinutes(1))) {
            events.ready(CAT, RED, List.of(CARD));

            assertThat(aws.asked()).hasSize(1);
        }
        var request = aws.asked().element();
        assertThat(request.target()).isEqualTo("AWSEvents.PutEvents");
        JsonNode entry = entries(request).getFirst();
        assertThat(entry.path("EventBusName").asString()).isEqualTo("pictures");
        assertThat(entry.path("Source").asString()).isEqualTo("image-handler");
        assertThat(entry.path("DetailType").asString()).isEqualTo("renditions.ready");
        assertThat(JSON.readTree(entry.path("Detail").asString()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"bucket": "originals",
                                 "original": "/photos/cat%2C%201.jpg",
                                 "etag": "red",
                                 "manifest": "/_r/m/photos/cat%2C%201.jpg",
                                 "renditions": [
                                   {"style": "card", "class": "webp",
                                    "url": "/photos/cat%2C%201.jpg@!card",
                                    "path": "/_r/s/photos/cat%2C%201.jpg/card.webp",
                                    "width": 800, "height": 600,
                                    "format": "image/webp", "bytes": 4321}]}
                                """));
    }

    @Test
    void tellsWhyNothingCanBeMade() {
        try (var events = events(Duration.ofMinutes(1))) {
            events.failed(CAT, RED, new Rejection("undecodable", "it says \"no\""));
        }

        JsonNode entry = entries(aws.asked().element()).getFirst();
        assertThat(entry.path("DetailType").asString()).isEqualTo("renditions.failed");
        assertThat(JSON.readTree(entry.path("Detail").asString()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"bucket": "originals", "original": "/photos/cat%2C%201.jpg",
                                 "etag": "red", "reason": "undecodable",
                                 "detail": "it says \\"no\\""}
                                """));
    }

    @Test
    void triesAgainWhatEventBridgeDidNotTakeAndThatAlone() {
        var tries = Collections.synchronizedList(new ArrayList<Integer>());
        answers =
                asked -> {
                    tries.add(entries(asked).size());
                    return tries.size() <= 3 ? json(200, refused(asked)) : taken(asked);
                };

        try (var events = events(Duration.ofMinutes(1))) {
            events.failed(CAT, RED, Rejection.CRASHED);
        }

        assertThat(tries).containsExactly(1, 1, 1, 1);
    }

    @Test
    void sendsNoMoreThanTenAtATime() throws InterruptedException {
        var firstIsThere = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        answers =
                asked -> {
                    firstIsThere.countDown();
                    waitFor(goOn);
                    return taken(asked);
                };

        try (var events = events(Duration.ZERO);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> events.failed(CAT, RED, Rejection.CRASHED));
            firstIsThere.await();
            IntStream.range(0, 25).forEach(_ -> events.failed(CAT, RED, Rejection.CRASHED));
            goOn.countDown();
        }

        assertThat(aws.asked())
                .extracting(request -> entries(request).size())
                .containsExactly(1, 10, 10, 5);
    }

    @Test
    void sendsNoMoreThanFitsAndLeavesOutAListThatNeverDoes() throws InterruptedException {
        List<ReadyRendition> many = Collections.nCopies(700, CARD);
        List<ReadyRendition> tooMany = Collections.nCopies(1_500, CARD);
        var firstIsThere = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        answers =
                asked -> {
                    firstIsThere.countDown();
                    waitFor(goOn);
                    return taken(asked);
                };

        try (var events = events(Duration.ZERO)) {
            events.ready(CAT, RED, tooMany);
            firstIsThere.await();
            IntStream.range(0, 4).forEach(_ -> events.ready(CAT, RED, many));
            goOn.countDown();
        }

        assertThat(aws.asked())
                .allSatisfy(request -> assertThat(request.body().length()).isLessThan(300_000))
                .extracting(request -> entries(request).size())
                .startsWith(1)
                .hasSizeGreaterThan(2);
        assertThat(entries(aws.asked().element()).getFirst().path("Detail").asString())
                .contains("manifest")
                .doesNotContain("card");
    }

    @Test
    @Timeout(120)
    void keepsAPassWaitingOnceWhileEventBridgeIsAwayAndTellsWhenItIsBack() {
        answers = _ -> AWAY;
        try (var events = events(Duration.ofSeconds(2))) {
            events.failed(CAT, RED, Rejection.CRASHED);
            await().until(() -> !aws.asked().isEmpty());
            IntStream.range(0, 1_000).forEach(_ -> events.failed(CAT, RED, Rejection.CRASHED));
            aws.asked().clear();
            answers = EventBridgeEventsTest::taken;

            await().untilAsserted(() ->
                    assertThat(
                                    aws.asked().stream()
                                            .filter(request -> !request.body().isEmpty())
                                            .mapToInt(request -> entries(request).size())
                                            .sum())
                            .isGreaterThanOrEqualTo(1_001));
        }
    }

    @Test
    void dropsWhatEventBridgeCallsWrong() {
        answers =
                asked ->
                        json(200, refused(asked).replace("ThrottlingException", "MalformedDetail"));

        try (var events = events(Duration.ofMinutes(1))) {
            events.failed(CAT, RED, Rejection.CRASHED);
        }

        assertThat(aws.asked()).hasSize(1);
    }

    private EventBridgeEvents events(Duration longestWait) {
        var pauses = new Pauses(Duration.ofMillis(5), Duration.ofMillis(5));
        return new EventBridgeEvents(
                client(),
                "pictures",
                "originals",
                new Pace(longestWait, pauses, Duration.ofDays(1)));
    }

    private EventBridgeClient client() {
        return EventBridgeClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .httpClientBuilder(Apache5HttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .build();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> entries(Asked request) {
        return JSON.readTree(request.body()).path("Entries").valueStream().toList();
    }

    private static Answer taken(Asked asked) {
        var results = Collections.nCopies(entries(asked).size(), "{\"EventId\":\"1\"}");
        return json(
                200, "{\"FailedEntryCount\":0,\"Entries\":[" + String.join(",", results) + "]}");
    }

    private static String refused(Asked asked) {
        var results =
                Collections.nCopies(
                        entries(asked).size(),
                        "{\"ErrorCode\":\"ThrottlingException\",\"ErrorMessage\":\"slow down\"}");
        return "{\"FailedEntryCount\":1,\"Entries\":[" + String.join(",", results) + "]}";
    }

    private static Answer json(int status, String body) {
        return new Answer(status, "application/x-amz-json-1.1", body);
    }
}

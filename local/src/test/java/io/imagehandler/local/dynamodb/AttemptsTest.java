package io.imagehandler.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.local.FreePort;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.AttemptsContract;
import io.imagehandler.rendition.dynamodb.DynamoDbAttempts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attempts in DynamoDB keep their contract.
class AttemptsTest implements AttemptsContract {

    @TempDir static Path folder;

    private static TableServer server;
    private static DynamoDbClient client;

    private final String table = "attempts-" + UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    AttemptsTest() {
        new AttemptTable(client, table).create();
    }

    @BeforeAll
    static void start() throws IOException {
        server = TableServer.start(FreePort.any(), folder);
        client = Clients.dynamoDb(server.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    public Attempts attempts(String worker, String engine) {
        return new DynamoDbAttempts(client, table, worker, engine, Attempts.STALE, () -> now);
    }

    @Override
    public void elapse(Duration time) {
        now = now.plus(time);
    }

    @Test
    void isForgottenAfterThirtyDays() {
        attempts("a", "vips-1").open(KEY, E1);

        assertThat(item(KEY).get("expiresAt").n())
                .isEqualTo(Long.toString(now.plus(Duration.ofDays(30)).getEpochSecond()));
    }

    @Test
    void isOpenedByOneOfManyWhoTakeItOver() throws InterruptedException {
        attempts("dead", "vips-1").open(KEY, E1);
        elapse(Attempts.STALE);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var openings =
                    threads.invokeAll(
                            Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                                    .map(this::opening)
                                    .toList());
            assertThat(openings)
                    .extracting(opening -> opening.resultNow())
                    .containsOnlyOnce(new Attempts.Opening.Ours(1))
                    .contains(new Attempts.Opening.Busy());
        }
        assertThat(item(KEY).get("crashes").n()).isEqualTo("1");
    }

    private Callable<Attempts.Opening> opening(String worker) {
        return () -> attempts(worker, "vips-1").open(KEY, E1);
    }

    private Map<String, AttributeValue> item(OriginalKey key) {
        return client.getItem(get ->
                        get.tableName(table).key(Map.of("key", AttributeValue.fromS(key.value()))))
                .item();
    }
}

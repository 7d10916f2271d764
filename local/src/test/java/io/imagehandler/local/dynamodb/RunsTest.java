package io.imagehandler.local.dynamodb;

import io.imagehandler.local.FreePort;
import io.imagehandler.local.aws.Clients;
import io.imagehandler.rendition.dynamodb.DynamoDbRuns;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.rendition.upkeep.RunsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The runs in DynamoDB keep their contract.
class RunsTest implements RunsContract {

    @TempDir static Path folder;

    private static TableServer server;
    private static DynamoDbClient client;

    private final String table = "attempts-" + UUID.randomUUID();

    RunsTest() {
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
    public Runs runs() {
        return new DynamoDbRuns(client, table);
    }
}

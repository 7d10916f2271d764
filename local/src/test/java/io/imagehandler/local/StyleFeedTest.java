package io.imagehandler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.dynamodb.StyleRow;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.dynamodb.TableServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleFeedTest {

    @Test
    void givesTheEdgeWhatTheTableHolds(@TempDir Path folder) throws IOException {
        try (var server = TableServer.start(FreePort.any(), folder);
                var client = Clients.dynamoDb(server.endpoint())) {
            var table = new StyleTable(client, "styles");
            table.create();
            table.put(new StyleRow("a", "image/resize,w_1", true, "", Set.of("webp", "avif"), 3));
            var feed = new StyleFeed(table);

            assertThat(feed.get("style:a")).hasValue("{\"v\":3,\"formats\":[\"avif\",\"webp\"]}");
            assertThat(feed.get("style:b")).isEmpty();

            table.put(new StyleRow("b", "image/resize,w_1", false, "", Set.of(), 0));

            await().untilAsserted(() ->
                    assertThat(feed.get("style:b")).hasValue("{\"v\":0,\"formats\":[]}"));
        }
    }
}

package io.imagehandler.local.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeServerTest {

    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final List<NoticeServer.Event> events = new CopyOnWriteArrayList<>();
    private NoticeServer notices;

    @BeforeEach
    void start() throws IOException {
        notices = NoticeServer.start(new NoticeServer.Listeners(forgotten::add, events::add));
    }

    @AfterEach
    void close() {
        notices.close();
    }

    @Test
    void takesInvalidations() throws Exception {
        var answer =
                post(
                        "/2020-05-31/distribution/E1/invalidation",
                        "<Paths><Items><Path>/a%20&amp;&apos;.jpg</Path><Path>/_r/s/a/*</Path></Items>"
                                + "</Paths>");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(forgotten).containsExactly("/a%20&'.jpg", "/_r/s/a/*");
    }

    @Test
    void takesEvents() throws Exception {
        var answer =
                post(
                        "/",
                        """
                        {"Entries": [{"DetailType": "renditions.ready",
                                      "Detail": "{\\"original\\":\\"/a.jpg\\"}"}]}
                        """);

        assertThat(answer.body())
                .isEqualTo("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"local\"}]}");
        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("renditions.ready");
                    assertThat(event.original()).isEqualTo("/a.jpg");
                });
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(notices.endpoint().resolve(path))
                            .POST(BodyPublishers.ofString(body))
                            .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}

package io.imagehandler.local.notice;

import com.sun.net.httpserver.HttpExchange;
import io.imagehandler.local.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for CloudFront and EventBridge, as far as the worker asks them: it takes every
/// invalidation and every event. Safe for use by many threads.
public final class NoticeServer implements AutoCloseable {

    /// Who is told.
    ///
    /// @param invalidation of each path, which may end in a `*`
    /// @param event of each event
    public record Listeners(Consumer<String> invalidation, Consumer<Event> event) {}

    /// What an application would be told.
    ///
    /// @param type for example `renditions.ready`
    /// @param detail its JSON
    public record Event(String type, String detail) {

        /// The path of the original that it is of.
        public String original() {
            return JSON.readTree(detail).path("original").asString("");
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PATH = Pattern.compile("<Path>([^<]*)</Path>");
    private static final String TAKEN =
            """
            <Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">\
            <Id>LOCAL</Id><Status>Completed</Status></Invalidation>
            """;

    private final Listeners listeners;
    private final LoopbackServer server;

    private NoticeServer(Listeners listeners) throws IOException {
        this.listeners = listeners;
        this.server =
                LoopbackServer.start(
                        Map.of(
                                "/",
                                this::putEvents,
                                "/2020-05-31/distribution/",
                                this::createInvalidation));
    }

    /// Starts on any free port of loopback.
    public static NoticeServer start(Listeners listeners) throws IOException {
        return new NoticeServer(listeners);
    }

    /// Where both answer.
    public URI endpoint() {
        return server.endpoint();
    }

    private void createInvalidation(HttpExchange exchange) throws IOException {
        PATH.matcher(body(exchange))
                .results()
                .map((MatchResult path) -> plain(path.group(1)))
                .forEach(listeners.invalidation());
        answer(exchange, 201, "text/xml", TAKEN);
    }

    /// Of a path, in which nothing else is escaped.
    private static String plain(String xml) {
        return xml.replace("&apos;", "'").replace("&amp;", "&");
    }

    private void putEvents(HttpExchange exchange) throws IOException {
        List<JsonNode> entries =
                JSON.readTree(body(exchange)).path("Entries").valueStream().toList();
        for (JsonNode entry : entries) {
            String type = entry.path("DetailType").asString("");
            listeners.event().accept(new Event(type, entry.path("Detail").asString("")));
        }
        String results =
                String.join(",", Collections.nCopies(entries.size(), "{\"EventId\":\"local\"}"));
        answer(
                exchange,
                200,
                "application/x-amz-json-1.1",
                "{\"FailedEntryCount\":0,\"Entries\":[" + results + "]}");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        try (exchange) {
            LoopbackServer.answer(exchange, status, type, text);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

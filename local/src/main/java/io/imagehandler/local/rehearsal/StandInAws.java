package io.imagehandler.local.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import io.imagehandler.local.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// As much of S3 and DynamoDB as one who asks for pictures needs: a bucket with a few originals,
/// one that takes everything and keeps nothing, and a table without rows. Safe for use by many
/// threads.
final class StandInAws implements AutoCloseable {

    private static final String ORIGINALS = "/originals/";
    private static final String NONE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>
            """;
    private static final String NO_ROWS =
            """
            {"Count":0,"Items":[],"ScannedCount":0}\
            """;

    private final Map<String, Specimen> originals = Specimen.all();
    private final LoopbackServer server;

    private StandInAws() throws IOException {
        server = LoopbackServer.start(Map.of("/", this::answer));
    }

    /// Starts on any free port of loopback.
    static StandInAws start() throws IOException {
        return new StandInAws();
    }

    /// Where all of it answers.
    URI endpoint() {
        return server.endpoint();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(exchange);
                case "PUT" -> {
                    exchange.getResponseHeaders().set("ETag", "\"taken\"");
                    LoopbackServer.answer(exchange, 200, "application/xml", "");
                }
                case "POST" ->
                        LoopbackServer.answer(exchange, 200, "application/x-amz-json-1.0", NO_ROWS);
                default -> LoopbackServer.answer(exchange, 405, "application/xml", "");
            }
        }
    }

    private void read(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var specimen =
                path.startsWith(ORIGINALS)
                        ? originals.get(path.substring(ORIGINALS.length()))
                        : null;
        if (specimen == null) {
            LoopbackServer.answer(exchange, 404, "application/xml", NONE);
        } else {
            var headers = exchange.getResponseHeaders();
            headers.set("ETag", '"' + specimen.tag() + '"');
            headers.set("Last-Modified", "Sat, 01 Nov 2025 00:00:00 GMT");
            headers.set("Content-Type", specimen.type());
            if ("HEAD".equals(exchange.getRequestMethod())) {
                headers.set("Content-Length", String.valueOf(specimen.length()));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, specimen.length());
                specimen.writeTo(exchange.getResponseBody());
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

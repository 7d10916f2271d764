package io.imagehandler.local.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private StandInAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    /// Starts on any free port of loopback.
    static StandInAws start() throws IOException {
        var aws = new StandInAws();
        aws.server.start();
        return aws;
    }

    /// Where all of it answers.
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(exchange);
                case "PUT" -> {
                    exchange.getResponseHeaders().set("ETag", "\"taken\"");
                    send(exchange, 200, "application/xml", "");
                }
                case "POST" -> send(exchange, 200, "application/x-amz-json-1.0", NO_ROWS);
                default -> send(exchange, 405, "application/xml", "");
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
            send(exchange, 404, "application/xml", NONE);
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

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if ("HEAD".equals(exchange.getRequestMethod()) || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}

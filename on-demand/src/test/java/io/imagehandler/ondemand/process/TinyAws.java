package io.imagehandler.ondemand.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.imagehandler.rendition.TestPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// As much of S3 and DynamoDB as the service needs to serve: one style, and under every key the
/// same picture. It can be away.
final class TinyAws implements AutoCloseable {

    private static final byte[] PICTURE = TestPictures.png(400, 300, 0xFF0000);
    private static final String STYLES =
            """
            {"Count":1,"Items":[{"id":{"S":"small"},"style":{"S":"image/resize,w_20"}}]}\
            """;

    private final InetSocketAddress address;
    private HttpServer server;

    TinyAws() {
        server = start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    String endpoint() {
        return "http://127.0.0.1:" + address.getPort();
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = start(address);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer start(InetSocketAddress address) {
        try {
            var server = HttpServer.create(address, 0);
            server.createContext("/", TinyAws::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("ETag", "\"1f\"");
        exchange.getResponseHeaders().set("Last-Modified", "Mon, 23 Nov 2026 00:00:00 GMT");
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "POST" -> send(exchange, 200, STYLES.getBytes(UTF_8));
            case "GET" -> send(exchange, 200, PICTURE);
            case "HEAD" -> {
                boolean stored = path.startsWith("/originals/");
                exchange.getResponseHeaders().set("Content-Length", "" + PICTURE.length);
                exchange.sendResponseHeaders(stored ? 200 : 404, -1);
            }
            default -> exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

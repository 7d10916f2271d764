package io.imagehandler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tiny origin: answers what it was told to, 404 for everything else, and remembers what it was
/// asked.
final class StubOrigin implements AutoCloseable {

    private record Canned(int status, Map<String, String> headers, String body) {}

    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    StubOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answers(String path, int status, Map<String, String> headers, String body) {
        answers.put(path, new Canned(status, headers, body));
    }

    void forgets() {
        answers.clear();
        asked.clear();
    }

    /// The targets that were asked for, in their order, with the range if there was one.
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            String range = exchange.getRequestHeaders().getFirst("Range");
            asked.add(range == null ? target : target + " " + range);
            Canned canned = answers.getOrDefault(target, new Canned(404, Map.of(), "nothing"));
            byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
            canned.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

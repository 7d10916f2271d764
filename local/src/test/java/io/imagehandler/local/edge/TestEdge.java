package io.imagehandler.local.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// An edge before three stub origins, with a clock that is set by hand.
final class TestEdge implements AutoCloseable {

    final StubOrigin originals = new StubOrigin();
    final StubOrigin derived = new StubOrigin();
    final StubOrigin onDemand = new StubOrigin();
    final Edge edge;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();

    TestEdge() throws IOException {
        edge =
                new Edge(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Map.of(
                                "originals", new HttpOrigin(originals.uri()),
                                "derived", new HttpOrigin(derived.uri()),
                                "on-demand", new HttpOrigin(onDemand.uri())),
                        new Edge.Rules(
                                Deployment.OPEN,
                                TestEdge::published,
                                Duration.ofDays(365),
                                now::get));
        edge.start();
    }

    private static Optional<String> published(String key) {
        return key.equals("style:modern")
                ? Optional.of("{\"v\":3,\"formats\":[\"avif\",\"webp\"]}")
                : Optional.empty();
    }

    Instant now() {
        return now.get();
    }

    void waitUntil(Instant then) {
        now.set(then);
    }

    /// Lets everything expire, and the origins know nothing any more.
    void forget() {
        waitUntil(now().plus(Duration.ofDays(1000)));
        originals.forgets();
        derived.forgets();
        onDemand.forgets();
    }

    HttpResponse<String> get(String target, String... headers) throws Exception {
        HttpRequest.Builder request = request(target);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + target));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What the edge answers to exactly this request line; clients tidy theirs up.
    String raw(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.join("\n", in.lines().toList());
        }
    }

    /// `Hit...` or `Miss...`.
    static String cache(HttpResponse<?> answer) {
        return answer.headers().firstValue("x-cache").orElse("");
    }

    @Override
    public void close() {
        client.close();
        edge.close();
        originals.close();
        derived.close();
        onDemand.close();
    }
}

package io.imagehandler.local.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final AtomicInteger looks = new AtomicInteger();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private HttpServer service;
    private Audience audience;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/health",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(looks.incrementAndGet() < 3 ? 503 : 200, -1);
                    }
                });
        service.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var page = "not a picture".getBytes(UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "text/plain");
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                    }
                });
        service.start();
        var uri = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        audience = new Audience(uri, end);
    }

    @AfterEach
    void close() {
        audience.close();
        service.stop(0);
    }

    @Test
    void waitsUntilTheServiceIsReadyAndIsContentWithPicturesOnly() throws Exception {
        audience.awaitReady(LONG);

        assertThatThrownBy(audience::askForEverything)
                .hasMessage("the rehearsal failed")
                .rootCause()
                .hasMessageContaining("photo.jpg")
                .hasMessageContaining("200 with text/plain");
    }

    @Test
    void waitsForNobodyWhoIsGone() {
        service.stop(0);

        assertThatThrownBy(() -> audience.awaitReady(SHORT))
                .hasMessageContaining("not ready after");
        end.complete(3);
        assertThatThrownBy(() -> audience.awaitReady(LONG))
                .hasMessage("the service ended with 3 before it was ready");
        assertThatThrownBy(audience::askForEverything)
                .hasMessage("the service ended with 3 while it was asked");
    }

    @Test
    void waitsForOneWhoBreaksConnections() throws Exception {
        service.removeContext("/health");
        service.createContext(
                "/health",
                exchange -> {
                    if (looks.incrementAndGet() < 3) {
                        throw new IOException("broken off");
                    }
                    try (exchange) {
                        exchange.sendResponseHeaders(200, -1);
                    }
                });

        assertThatCode(() -> audience.awaitReady(LONG)).doesNotThrowAnyException();
    }
}

package io.imagehandler.local.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final AtomicInteger looks = new AtomicInteger();
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
        audience = new Audience(URI.create("http://127.0.0.1:" + service.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        audience.close();
        service.stop(0);
    }

    @Test
    void waitsUntilTheServiceIsReadyAndIsContentWithPicturesOnly() throws Exception {
        audience.awaitReady(() -> true, LONG);

        assertThatThrownBy(audience::askForEverything)
                .rootCause()
                .hasMessageContaining("photo.jpg")
                .hasMessageContaining("200 with text/plain");
    }

    @Test
    void waitsForNobodyWhoIsGone() {
        service.stop(0);

        assertThatThrownBy(() -> audience.awaitReady(() -> false, LONG))
                .hasMessageContaining("ended before it was ready");
        assertThatThrownBy(() -> audience.awaitReady(() -> true, SHORT))
                .hasMessageContaining("not ready after");
    }
}

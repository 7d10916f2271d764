package io.imagehandler.ondemand.metrics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Metrics are sent to a collector where a setting says so.
@OnDemandTest
@DirtiesContext // it would go on sending
class OtlpTest {

    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();
    private static final HttpServer COLLECTOR = collector();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void send(DynamicPropertyRegistry settings) {
        settings.add("management.otlp.metrics.export.enabled", () -> "true");
        settings.add("management.otlp.metrics.export.step", () -> "1s");
        settings.add(
                "management.otlp.metrics.export.url",
                () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/metrics");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
    }

    @Test
    void sendsToACollector() {
        new RawHttp(port).get("/a.png@!nobodys");

        await().untilAsserted(() ->
                assertThat(SENT)
                        .anySatisfy(message ->
                                assertThat(message)
                                        .startsWith("/v1/metrics ")
                                        .contains("image.requests", "NoSuchStyle", "styles.age")));
    }

    private static HttpServer collector() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        SENT.add(exchange.getRequestURI() + " " + new String(body, ISO_8859_1));
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.imagehandler.local.chaos.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.imagehandler.local.chaos.http.Client;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final String BODY = "x".repeat(10_000);

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private FaultProxy proxy;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        proxy = FaultProxy.before(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        client = new Client(proxy.uri().getPort(), Duration.ofMillis(500));
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        proxy.close();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            served.incrementAndGet();
            var body = BODY.getBytes(UTF_8);
            var isChunked = exchange.getRequestURI().getPath().equals("/chunked");
            exchange.sendResponseHeaders(200, isChunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void passesOnWhatHasALengthAndWhatIsInChunks() throws IOException {
        assertThat(client.get("/a").text()).isEqualTo(BODY);
        assertThat(client.get("/chunked").text()).isEqualTo(BODY);
        assertThat(client.ask("HEAD", "/a", List.of()).status()).isEqualTo(200);
    }

    @Test
    void countsByMethodAndPath() throws IOException {
        client.get("/a?x=1");
        client.get("/a?x=2");
        client.get("/b");

        assertThat(proxy.count(Call.to("GET", "/a"))).isEqualTo(2);
        assertThat(proxy.count(Call.any())).isEqualTo(3);
    }

    @Test
    void failsOnlyTheCallsItIsToldOf() throws IOException {
        proxy.fail(Call.to("GET", "/a"), new Fault.Unavailable(100));

        assertThat(client.get("/a").status()).isEqualTo(503);
        assertThat(client.get("/b").status()).isEqualTo(200);
        assertThat(served).hasValue(1);
    }

    @Test
    void hasACallDoneAndSaysThatItFailed() throws IOException {
        proxy.fail(new Fault.AppliedButFailed());

        assertThat(client.get("/a").status()).isEqualTo(500);
        assertThat(served).hasValue(1);
    }

    @Test
    void cutsAnAnswerOff() {
        proxy.fail(new Fault.ResetAfter(100));

        assertThatThrownBy(() -> client.get("/a")).isInstanceOf(IOException.class);
    }

    @Test
    void endsAnAnswerTooEarly() {
        proxy.fail(new Fault.EndsAfter(100));

        assertThatThrownBy(() -> client.get("/a")).isInstanceOf(EOFException.class);
    }

    @Test
    void answersNothingFromABlackHole() {
        proxy.fail(new Fault.BlackHole());

        assertThatThrownBy(() -> client.get("/a")).isInstanceOf(SocketTimeoutException.class);
        assertThat(served).hasValue(0);
    }

    @Test
    void comesBackAfterItWasAway() throws IOException {
        client.get("/a");
        proxy.goAway();

        assertThatThrownBy(() -> client.get("/a")).isInstanceOf(IOException.class);

        proxy.heal();

        assertThat(client.get("/a").status()).isEqualTo(200);
    }

    @Test
    void takesItsTime() throws IOException {
        proxy.fail(new Fault.Delayed(Duration.ofMillis(200)));
        var begin = System.nanoTime();

        client.get("/a");

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(200));
    }
}

package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.ondemand.OnDemandTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Clients that take their time with what they ask.
@OnDemandTest
@TestPropertySource(properties = "server.tomcat.connection-timeout=400ms")
class SlowHeadTest {

    private static final int PACE = 50;
    private static final Duration LONGEST = Duration.ofSeconds(4);

    @LocalServerPort private int port;

    @Test
    void cutsOffAHeadThatComesByteByByte() throws IOException {
        try (var socket = connected()) {
            var begin = System.nanoTime();
            say(socket, "GET / HTTP/1.1\r\nHost: slow\r\nSlow: ");

            while (isOpen(socket) && since(begin).compareTo(LONGEST) < 0) {
                say(socket, "x");
            }

            assertThat(since(begin)).isBetween(Duration.ofMillis(400), LONGEST);
        }
    }

    @Test
    void cutsOffAHeadThatStops() throws IOException {
        try (var socket = connected()) {
            say(socket, "GET / HTTP/1.1\r\nHost: sl");
            socket.setSoTimeout((int) LONGEST.toMillis());

            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    @Test
    void letsAConnectionRestBetweenRequests() throws IOException {
        try (var socket = connected()) {
            say(socket, "GET /health HTTP/1.1\r\nHost: rare\r\n\r\n");
            socket.setSoTimeout(1_500);

            assertThatThrownBy(() -> readOn(socket)).isInstanceOf(SocketTimeoutException.class);

            say(socket, "GET /health HTTP/1.1\r\nHost: rare\r\nConnection: close\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PACE);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /// Waits for a moment, which is the pace of who asks.
    private static boolean isOpen(Socket socket) {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void readOn(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // the answer, and then nothing
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}

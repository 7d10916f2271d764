package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.request.HostileRequests;
import io.imagehandler.request.KeptConnection;
import io.imagehandler.request.KeptConnection.Reply;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// What an attacker may send costs next to nothing: no answer is our failure, no store is asked.
@OnDemandTest
@TestPropertySource(properties = "logging.level.root=error")
class HostileRequestsTest {

    private static final int REQUESTS = 10_000;
    private static final long SEED = 20_261_123;
    private static final String HARMLESS = "GET /a.png HTTP/1.1\r\nHost: images\r\n\r\n";

    /// On a machine of its own, 99 of 100 are answered within 20 ms. Where others are at work as
    /// well that says nothing, so half of them are held against harmless requests of that hour.
    private static final double MOST_OF_HARMLESS = 5;

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;

    private KeptConnection connection;

    @BeforeEach
    void connect() throws IOException {
        originals.upload("a.png", TestPictures.png(40, 30, 0xFF0000), "image/png");
        connection = new KeptConnection(port);
    }

    @Test
    void areRefusedAtNoCost() throws IOException {
        time(() -> HARMLESS, 2_000, new TreeMap<>());
        long[] harmless = time(() -> HARMLESS, 2_000, new TreeMap<>());
        time(new HostileRequests(SEED + 1)::next, 1_000, new TreeMap<>());
        int before = steps.taken().size();

        var statuses = new TreeMap<Integer, Integer>();
        long[] hostile = time(new HostileRequests(SEED)::next, REQUESTS, statuses);

        System.out.printf(
                Locale.ROOT,
                "%d hostile requests: median %.2f ms, p99 %.2f ms (harmless: %.2f and %.2f); %s%n",
                REQUESTS,
                millis(hostile, 50),
                millis(hostile, 99),
                millis(harmless, 50),
                millis(harmless, 99),
                statuses);
        assertThat(statuses.keySet()).isSubsetOf(400, 404, 405, 414, 431);
        assertThat(steps.taken().size()).isEqualTo(before);
        assertThat(millis(hostile, 50)).isLessThan(MOST_OF_HARMLESS * millis(harmless, 50) + 1);
        connection.close();
    }

    /// How long each took, in nanoseconds, in rising order.
    private long[] time(Supplier<String> requests, int count, Map<Integer, Integer> statuses)
            throws IOException {
        var times = new long[count];
        for (int i = 0; i < count; i++) {
            String request = requests.get();
            long start = System.nanoTime();
            Reply reply = connection.exchange(request);
            times[i] = System.nanoTime() - start;
            assertThat(reply.status()).as(request).isBetween(200, 499);
            statuses.merge(reply.status(), 1, Integer::sum);
            if (!reply.lasts()) {
                assertThat(connection.ends()).isTrue();
                connection.close();
                connection = new KeptConnection(port);
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double millis(long[] times, int percent) {
        return times[times.length * percent / 100] / 1e6;
    }
}

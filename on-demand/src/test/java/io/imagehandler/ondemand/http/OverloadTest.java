package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.GatedEngine;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/// Many clients at once: two slots, so four places to wait and twelve at the door, and renderings
/// that take as long as a test wants.
@OnDemandTest
@TestPropertySource(
        properties = {
            "image-handler.slots=2",
            "image-handler.queue-wait=10s",
            "image-handler.source-cache=0B"
        })
class OverloadTest {

    private static final int PLACES = 6;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final String key = UUID.randomUUID() + ".png";

    @TestBean private ImageEngine engine;
    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;
    @Autowired private Steps steps;
    @Autowired private AdmissionCounts counts;

    static ImageEngine engine() {
        return new GatedEngine();
    }

    @BeforeEach
    void upload() {
        originals.upload(key, TestPictures.png(1200, 900, 0xFF0000), "image/png"); // not small
        gate().close();
    }

    @AfterEach
    void leavesNothingBehind() {
        gate().open();
        clients.close();
        await().until(() ->
                counts.slotsUsed() == 0
                        && counts.queueDepth() == 0
                        && counts.memoryReserved() == 0);
    }

    @Test
    void makesOnceWhatManyMissAtTheSameTime() throws Exception {
        int many = 500;
        int decodes = gate().decodes();
        long reads = reads();
        long joined = counts.joined();
        long began = System.nanoTime();
        var answers = new ArrayList<Future<Answer>>();
        for (int i = 0; i < many; i++) {
            answers.add(clients.submit(() -> get("resize,w_20")));
        }
        await().until(() -> counts.joined() - joined == many - 1);

        gate().open();

        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().body()).isEqualTo(answers.getFirst().get().body());
        }
        System.out.printf(
                "%d equal misses: %d GET of the original, %d decode, %d equal bodies, %d ms%n",
                many,
                reads() - reads,
                gate().decodes() - decodes,
                many,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(reads() - reads).isEqualTo(1);
        assertThat(gate().decodes() - decodes).isEqualTo(1);
    }

    @Test
    void refusesSoonWhomItHasNoPlaceFor() throws Exception {
        List<Future<Answer>> served = occupyAllPlaces();
        long reads = reads();
        var times = new ArrayList<Long>();

        for (int i = 0; i < 200; i++) {
            long began = System.nanoTime();
            Answer answer = get("resize,w_" + (100 + i));
            times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[123]");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).contains("\"code\":\"Overloaded\"");
        }

        times.sort(null);
        System.out.printf(
                "200 refusals when full: %.1f ms in the middle, %.1f ms at worst%n",
                times.get(100) / 1e3, times.getLast() / 1e3);
        // Of nearly all, so that a machine that is busy otherwise does not fail this.
        assertThat(times.get(190)).isLessThan(50_000);
        assertThat(reads()).isEqualTo(reads);
        gate().open();
        for (Future<Answer> one : served) {
            assertThat(one.get().status()).isEqualTo(200);
        }
    }

    @Test
    void answersWithoutAPlaceWhoNeedsNone() throws Exception {
        List<Future<Answer>> served = occupyAllPlaces();

        long joined = counts.joined();
        assertThat(new RawHttp(port).get("/" + key).status()).isEqualTo(200);
        assertThat(get("resize,w_0").status()).isEqualTo(400);
        Future<Answer> joins = clients.submit(() -> get("resize,w_1"));
        await().until(() -> counts.joined() > joined);
        gate().open();

        assertThat(joins.get().status()).isEqualTo(200);
        for (Future<Answer> one : served) {
            assertThat(one.get().status()).isEqualTo(200);
        }
    }

    @Test
    void dropsTheQueuedWorkOfThoseWhoLeave() throws Exception {
        int decodes = gate().decodes();
        long gone = counts.clientsGone();
        long joined = counts.joined();
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 10; i++) {
            for (int variant = 1; variant <= PLACES; variant++) {
                sockets.add(ask("resize,w_" + variant));
                if (i == 0) {
                    int begun = variant;
                    await().until(() -> counts.slotsUsed() + counts.queueDepth() == begun);
                }
            }
        }
        await().until(() -> counts.joined() - joined == 9 * PLACES);

        // Of those who want the first, six stay.
        long began = System.nanoTime();
        for (int i = 0; i < sockets.size(); i++) {
            if (i % PLACES > 0 || i >= 6 * PLACES) {
                sockets.get(i).close();
            }
        }

        await().until(() -> counts.queueDepth() == 0);
        long after = Duration.ofNanos(System.nanoTime() - began).toMillis();
        System.out.printf("54 of 60 clients left: the queue was empty %d ms later%n", after);
        await().until(() -> counts.clientsGone() - gone == 54);
        assertThat(counts.slotsUsed()).isEqualTo(2);
        gate().open();
        for (int i = 0; i < 6; i++) {
            try (Socket stays = sockets.get(i * PLACES)) {
                assertThat(new String(stays.getInputStream().readAllBytes(), ISO_8859_1))
                        .startsWith("HTTP/1.1 200");
            }
        }
        assertThat(gate().decodes() - decodes).isEqualTo(2);
        await().until(() -> renditions.stored().containsKey("_r/x/" + key + "/resize,w_2"));
    }

    @Test
    void losesNoRequestThatIsSentBeforeTheLastIsAnswered() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, request("resize,w_1", "keep-alive"));
            await().until(() -> counts.slotsUsed() == 1);
            send(socket, request("resize,w_2", "close"));
            // Long enough for the service to have looked whether the client is there.
            await().during(Duration.ofMillis(350)).until(() -> counts.slotsUsed() == 1);

            gate().open();

            String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }

    private GatedEngine gate() {
        return (GatedEngine) engine;
    }

    private List<Future<Answer>> occupyAllPlaces() {
        var served = new ArrayList<Future<Answer>>();
        for (int i = 1; i <= PLACES; i++) {
            int variant = i;
            served.add(clients.submit(() -> get("resize,w_" + variant)));
        }
        await().until(() -> counts.slotsUsed() == 2 && counts.queueDepth() == 4);
        return served;
    }

    private Answer get(String text) {
        return new RawHttp(port).get(target(text));
    }

    private Socket ask(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        send(socket, request(text, "close"));
        return socket;
    }

    private String request(String text, String connection) {
        return "GET %s HTTP/1.1\r\nHost: images\r\nConnection: %s\r\n\r\n"
                .formatted(target(text), connection);
    }

    private String target(String text) {
        return "/" + key + "?x-oss-process=image/" + text;
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private long reads() {
        return steps.taken().stream().filter("GET original"::equals).count();
    }
}

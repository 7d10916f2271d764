package io.imagehandler.ondemand.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.GatedEngine;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.http.RawHttp;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.TestPictures;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/// What those are told who watch over the service.
@OnDemandTest
@TestPropertySource(
        properties = {
            "image-handler.slots=1",
            "image-handler.deadline=1s",
            "image-handler.queue-wait=1s"
        })
class HealthTest {

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final String key = UUID.randomUUID() + ".png";

    @TestBean private ImageEngine engine;
    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private AdmissionCounts counts;

    @Value("${local.management.port}")
    private int managementPort;

    static ImageEngine engine() {
        return new GatedEngine();
    }

    @AfterEach
    void open() {
        ((GatedEngine) engine).open();
        clients.close();
        await().until(() -> counts.slotsUsed() == 0 && counts.queueDepth() == 0);
    }

    @Test
    void answersWhileEveryPlaceIsTaken() {
        occupy(20);

        var millis = new ArrayList<Double>();
        for (int i = 0; i < 100; i++) {
            long begun = System.nanoTime();
            assertThat(get("/health").status()).isEqualTo(200);
            millis.add((System.nanoTime() - begun) / 1e6);
        }

        millis.sort(null);
        IO.println("/health while every place is taken: p99 %.1f ms".formatted(millis.get(98)));
        assertThat(millis.get(98)).isLessThan(100);
    }

    @Test
    void saysThatARenderingHangs() {
        assertThat(get("/health/live").status()).isEqualTo(200);

        occupy(1);

        await().untilAsserted(() -> {
            Answer answer = get("/health/live");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("a rendering hangs");
        });
        assertThat(get("/health").status()).isEqualTo(200);
        ((GatedEngine) engine).open();
        await().until(() -> get("/health/live").status() == 200);
    }

    @Test
    void tellsOperatorsMore() {
        Answer answer = new RawHttp(managementPort).get("/actuator/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"status\":\"UP\"", "\"version\":", "\"reads\":[", "\"ageSeconds\":0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "heapdump",
                "configprops",
                "beans",
                "loggers",
                "threaddump",
                "shutdown"
            })
    void tellsNobodyWhatIsInIt(String endpoint) {
        assertThat(new RawHttp(managementPort).get("/actuator/" + endpoint).status())
                .isEqualTo(404);
    }

    private void occupy(int many) {
        originals.upload(key, TestPictures.png(40, 30, 0xFF0000), "image/png");
        ((GatedEngine) engine).close();
        for (int i = 1; i <= many; i++) {
            String target = "/" + key + "?x-oss-process=image/resize,w_" + i;
            Future<Answer> _ = clients.submit(() -> get(target));
        }
        await().until(() -> counts.slotsUsed() == 1);
    }

    private Answer get(String target) {
        return new RawHttp(port).get(target);
    }
}

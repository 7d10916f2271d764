package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.transformation.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What we say of caching, believed by a real cache. The service stays up behind it; every test has
/// a cache of its own, and pictures of its own.
@OnDemandTest
@TestPropertySource(
        properties = {
            "image-handler.engine=auto",
            "image-handler.caching.shared-renditions=2s",
            "image-handler.caching.invalid=2s",
            "image-handler.caching.absent=2s"
        })
class CacheInFrontTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path folder;
    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;
    @Autowired private ImageEngine engine;
    private Nginx nginx;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> program = Nginx.program();
        if (Boolean.getBoolean("imagehandler.require-cache")) {
            assertTrue(program.isPresent(), "nginx is required and not installed");
        }
        assumeTrue(program.isPresent(), "no nginx on this machine");
        nginx = Nginx.before(port, program.orElseThrow(), folder);
    }

    @AfterEach
    void stop() {
        steps.beforeEach(() -> {});
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void asksTheServiceOnceForWhatItMayKeep() {
        upload("kept.png");
        int before = steps.taken().size();
        Answer first = get("/kept.png@!small");
        // The rendition is stored behind the answer; then the original is looked at once more.
        await().atMost(SOON).until(() -> lookedAtAfter(before));
        int asked = steps.taken().size();

        Answer second = get("/kept.png@!small");

        assertThat(cache(first)).isEqualTo("MISS");
        assertThat(cache(second)).isEqualTo("HIT");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(steps.taken()).hasSize(asked);
    }

    private boolean lookedAtAfter(int before) {
        var taken = steps.taken();
        return taken.subList(before, taken.size()).contains("HEAD original");
    }

    @Test
    void revalidatesWithoutAnotherRendering() {
        upload("same.png");
        Answer first = get("/same.png@!small");
        long read = reads();

        Answer again = awaitCache("/same.png@!small", "REVALIDATED");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(reads()).isEqualTo(read);
    }

    @Test
    void fetchesAnewWhatHasChanged() {
        upload("changed.png");
        Answer first = get("/changed.png@!small");
        originals.upload("changed.png", TestPictures.png(40, 30, 0x00FF00), "image/png");

        Answer then = awaitCache("/changed.png@!small", "EXPIRED");

        assertThat(then.status()).isEqualTo(200);
        assertThat(then.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void keepsFormatsApart() {
        assumeTrue(engine.writes().contains(OutputFormat.WEBP), "this engine writes no WebP");
        upload("auto.png");
        String target = "/auto.png?x-oss-process=image/resize,w_20/format,auto";

        Answer webp = get(target, "Accept: image/webp");
        Answer png = get(target, "Accept: image/png");

        assertThat(webp.header("Content-Type")).isEqualTo("image/webp");
        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(cache(get(target, "Accept: image/webp"))).isEqualTo("HIT");
        assertThat(get(target, "Accept: image/webp").header("Content-Type"))
                .isEqualTo("image/webp");
        assertThat(get(target, "Accept: image/png").header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void keepsOneOfWhatIsNotNegotiated() {
        upload("one.png");
        get("/one.png@!small", "Accept: image/webp");

        assertThat(cache(get("/one.png@!small", "Accept: image/png"))).isEqualTo("HIT");
    }

    @Test
    void forgetsThatSomethingWasAbsentInTime() {
        assertThat(get("/later.png@!small").status()).isEqualTo(404);
        assertThat(cache(get("/later.png@!small"))).isEqualTo("HIT");
        upload("later.png");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/later.png@!small").status()).isEqualTo(200));
    }

    @Test
    void keepsThatARequestIsInvalid() {
        String target = "/any.png?x-oss-process=image/resize,w_0";

        assertThat(get(target).status()).isEqualTo(400);
        assertThat(cache(get(target))).isEqualTo("HIT");
        assertThat(awaitCache(target, "EXPIRED").status()).isEqualTo(400);
    }

    @Test
    void keepsNothingOfAnOutage() {
        upload("away.png");
        steps.beforeEach(() -> {
            throw SdkClientException.create("the store is away");
        });
        assertThat(get("/away.png@!small").status()).isEqualTo(503);
        assertThat(cache(get("/away.png@!small"))).isEqualTo("MISS");
        steps.beforeEach(() -> {});

        Answer answer = get("/away.png@!small");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(cache(answer)).isEqualTo("MISS");
    }

    private long reads() {
        return steps.taken().stream().filter("GET original"::equals).count();
    }

    private void upload(String key) {
        originals.upload(key, TestPictures.png(40, 30, 0xFF0000), "image/png");
    }

    private Answer awaitCache(String target, String expected) {
        return await().atMost(SOON).until(() -> get(target), then -> cache(then).equals(expected));
    }

    private Answer get(String target, String... headers) {
        return new RawHttp(nginx.port()).get(target, headers);
    }

    private static String cache(Answer answer) {
        return answer.header("X-Cache");
    }
}

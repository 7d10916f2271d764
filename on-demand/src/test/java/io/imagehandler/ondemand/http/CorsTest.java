package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.TestPictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Whose scripts may read what is answered.
class CorsTest {

    private static final String SHOP = "https://shop.example";
    private static final String[] PREFLIGHT = {
        "Origin: " + SHOP, "Access-Control-Request-Method: GET"
    };

    /// Of a service with that setting.
    abstract static class Shared {

        @LocalServerPort private int port;
        @Autowired private InMemoryOriginals originals;

        @BeforeEach
        void upload() {
            originals.upload("a.png", TestPictures.png(40, 30, 0xFF), "image/png");
        }

        Answer get(String target, String... headers) {
            return new RawHttp(port).get(target, headers);
        }

        Answer options(String target, String... headers) {
            return new RawHttp(port).request("OPTIONS", target, headers);
        }
    }

    @Nested
    @OnDemandTest
    class WhereNobodyIsNamed extends Shared {

        @Test
        void sharesNothing() {
            assertThat(get("/a.png", "Origin: " + SHOP).headers())
                    .doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
            Answer preflight = options("/a.png", PREFLIGHT);
            assertThat(preflight.status()).isEqualTo(405);
            assertThat(preflight.header("Allow")).isEqualTo("GET, HEAD");
        }

        @Test
        void letsPagesShowPicturesAllTheSame() {
            assertThat(get("/a.png").header("Cross-Origin-Resource-Policy"))
                    .isEqualTo("cross-origin");
        }
    }

    @Nested
    @OnDemandTest
    @TestPropertySource(properties = "image-handler.cors.origins=*")
    class WhereAllAre extends Shared {

        @ParameterizedTest
        @ValueSource(strings = {"/a.png", "/a.png@!small", "/b.png", "/a.png?im=x"})
        void sharesEverythingWithEverybody(String target) {
            Answer answer = get(target);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("ETag", "Content-Length", "Content-Range");
            assertThat(answer.headers()).doesNotContainKey("Vary");
        }

        @Test
        void saysWhatScriptsMayAsk() {
            Answer answer = options("/nothing/there", PREFLIGHT);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("If-None-Match");
        }
    }

    @Nested
    @OnDemandTest
    @TestPropertySource(
            properties = "image-handler.cors.origins=https://shop.example, http://localhost:3000")
    class WhereSomeAre extends Shared {

        @ParameterizedTest
        @ValueSource(strings = {SHOP, "http://localhost:3000"})
        void sharesWithThem(String origin) {
            Answer answer = get("/a.png", "Origin: " + origin);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://evil.example", "null", "https://shop.example.evil", "*", "x"})
        void doesNotShareWithOthers(String origin) {
            Answer answer = get("/a.png", "Origin: " + origin);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }

        @Test
        void keepsTheirCopiesApart() {
            assertThat(get("/a.png").header("Vary")).isEqualTo("Origin");
            assertThat(get("/b.png").header("Vary")).isEqualTo("Origin");
            assertThat(get("/a.png@!two.formats").header("Vary")).isEqualTo("Origin, Accept");
            assertThat(options("/a.png", PREFLIGHT).header("Vary")).isEqualTo("Origin");
        }
    }
}

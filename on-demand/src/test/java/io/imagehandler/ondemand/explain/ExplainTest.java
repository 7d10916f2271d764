package io.imagehandler.ondemand.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.TestPictures;
import java.net.URLEncoder;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators are told of a URL.
@OnDemandTest
class ExplainTest {

    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;

    @Value("${local.management.port}")
    private int managementPort;

    @BeforeEach
    void upload() {
        originals.upload(key, TestPictures.png(40, 30, 0xFF0000), "image/png");
    }

    @Test
    void saysWhatWouldBeMade() {
        JsonNode told =
                explain("https://images.example/KEY?x-oss-process=image//resize,w_0020", "");

        assertThat(told.path("kind").asString()).isEqualTo("ad-hoc");
        assertThat(told.path("key").asString()).isEqualTo(key);
        assertThat(told.path("canonical").asString()).isEqualTo("image/resize,w_20");
        assertThat(told.path("storedKey").asString()).isEqualTo("_r/x/" + key + "/resize,w_20");
        assertThat(told.path("answeredBy").asString()).isEqualTo("on-demand");
        assertThat(told.has("stored")).isFalse();
        assertThat(told.path("original").path("format").asString()).isEqualTo("png");
        assertThat(told.path("original").path("size").asString()).isEqualTo("40x30");
        assertThat(told.path("plan").path("steps").get(0).asString()).isEqualTo("Scale 20x15");
        assertThat(told.path("plan").path("size").asString()).isEqualTo("20x15");
        assertThat(told.path("plan").path("format").asString()).isEqualTo("png");
        assertThat(told.path("plan").path("memoryMiB").isNumber()).isTrue();
        assertThat(told.has("error")).isFalse();
    }

    @Test
    void saysWhatIsStoredAndWhetherItIsCurrent() {
        new RawHttp(port).get("/" + key + "@!small");
        await().until(() -> renditions.stored().containsKey("_r/s/" + key + "/small"));

        JsonNode told = explain("/KEY@!small", "");

        assertThat(told.path("style").asString()).isEqualTo("small");
        assertThat(told.path("answeredBy").asString()).isEqualTo("derived");
        assertThat(told.path("stored").path("current").asBoolean()).isTrue();

        originals.upload(key, TestPictures.png(41, 30, 0xFF0000), "image/png");
        assertThat(explain("/KEY@!small", "").path("stored").path("current").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /KEY                           |             | original | originals
                    /KEY?x-oss-process=image/info  |             | query    | on-demand
                    /_r/s/KEY/two~formats.3        |             | style    | on-demand
                    /KEY@!two.formats              | image/webp  | style    | on-demand
                    """)
    void saysWhoWouldAnswer(String url, String accept, String kind, String answeredBy) {
        JsonNode told = explain(url, accept == null ? "" : accept);

        assertThat(told.path("kind").asString()).isEqualTo(kind);
        assertThat(told.path("answeredBy").asString()).isEqualTo(answeredBy);
    }

    @Test
    void looksAtWhatTheClientAccepts() {
        assertThat(explain("/KEY@!two.formats", "image/webp").path("storedKey").asString())
                .isEqualTo("_r/s/" + key + "/two~formats.3.webp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/KEY?x-oss-process=image/resize,w_0",
                "/KEY@!nobodys",
                "/no-KEY?x-oss-process=image/resize,w_1",
                "/../KEY",
                "/KEY?x-oss-process=image/format,avif",
                "/text-KEY@!small"
            })
    void saysTheErrorAsTheServiceWould(String url) {
        originals.upload("text-" + key, "hello".getBytes(UTF_8), "image/png");
        JsonNode answer =
                JsonMapper.shared().readTree(new RawHttp(port).get(url.replace("KEY", key)).body());

        JsonNode error = explain(url, "").path("error");

        assertThat(error.isMissingNode()).isFalse();
        for (String name : new String[] {"status", "code", "detail", "parameter", "token"}) {
            assertThat(error.path(name)).as(name).isEqualTo(answer.path(name));
        }
    }

    @Test
    void isNotOnThePublicPort() {
        assertThat(new RawHttp(port).get("/actuator/explain?url=/a").status()).isEqualTo(404);
    }

    private JsonNode explain(String url, String accept) {
        String query =
                "?url="
                        + URLEncoder.encode(url.replace("KEY", key), UTF_8)
                        + (accept.isEmpty() ? "" : "&accept=" + accept);
        Answer answer = new RawHttp(managementPort).get("/actuator/explain" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(dechunked(answer));
    }

    /// The management server sends its answers in chunks.
    private static String dechunked(Answer answer) {
        String body = answer.body();
        return answer.header("Transfer-Encoding").isEmpty()
                ? body
                : body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
    }
}

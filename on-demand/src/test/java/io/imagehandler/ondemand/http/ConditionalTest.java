package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What can be answered without a picture: that the client has it, and what it would be like.
@OnDemandTest
class ConditionalTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);
    private static final String UPLOADED = "Mon, 23 Nov 2026 04:45:55 GMT";

    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;
    @Autowired private Steps steps;

    @BeforeEach
    void upload() {
        originals.upload(key, PICTURE, "image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/KEY",
                "/KEY@!small",
                "/KEY@!two.formats",
                "/_r/x/KEY/resize,w_9",
                "/KEY?x-oss-process=image/resize,w_9/threshold,1000000",
                "/KEY?x-oss-process=image/info",
                "/KEY?x-oss-process=image/average-hue"
            })
    void sendsNothingAgainThatTheClientHas(String target) {
        Answer whole = settled(target);
        int before = steps.taken().size();

        Answer answer = get(target, "If-None-Match: \"other\", W/" + whole.header("ETag"));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(stepsSince(before)).isNotEmpty().containsOnly("HEAD original");
        assertSame(answer, whole, "ETag", "Cache-Control", "Vary", "Last-Modified");
        assertThat(answer.headers()).doesNotContainKeys("Content-Type", "Content-Length");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    If-None-Match: TAG                                   | 304
                    If-None-Match: W/TAG                                 | 304
                    If-None-Match: "a","b" ,TAG,                         | 304
                    If-None-Match: "a,b", TAG                            | 304
                    If-None-Match: *                                     | 304
                    If-None-Match: "a"                                   | 200
                    If-None-Match:                                       | 200
                    If-None-Match: "                                     | 200
                    If-None-Match: "*"                                   | 200
                    If-Modified-Since: Mon, 23 Nov 2026 04:45:55 GMT     | 304
                    If-Modified-Since: Mon, 23 Nov 2026 04:45:56 GMT     | 304
                    If-Modified-Since: Mon, 23 Nov 2026 04:45:54 GMT     | 200
                    If-Modified-Since: yesterday                         | 200
                    """)
    void tellsWhatTheClientHas(String header, int status) {
        for (String target : new String[] {"/KEY", "/KEY@!small"}) {
            String tag = get(target).header("ETag");

            assertThat(get(target, header.replace("TAG", tag)).status()).isEqualTo(status);
        }
    }

    @Test
    void believesTheTagAndNotTheDate() {
        Answer answer =
                get("/KEY@!small", "If-None-Match: \"a\"", "If-Modified-Since: " + UPLOADED);

        assertThat(answer.status()).isEqualTo(200);
    }

    /// By RFC 9110, a condition counts only where the answer without it would be a success.
    @Test
    void doesNotTakeADamagedOriginalForWhateverTheClientHas() {
        originals.upload(key, Arrays.copyOf(PICTURE, PICTURE.length / 2), "image/png");

        assertThat(get("/KEY@!small", "If-None-Match: *").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/KEY", "/KEY@!small", "/KEY?x-oss-process=image/info"})
    void saysThatThereIsNothingWhateverTheClientHas(String target) {
        String tag = get(target).header("ETag");
        originals.delete(key);

        assertThat(get(target, "If-None-Match: " + tag).status()).isEqualTo(404);
        assertThat(head(target).status()).isEqualTo(404);
        assertThat(head(target).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/KEY", "/KEY@!small", "/KEY?x-oss-process=image/info"})
    void sendsWhatHasChanged(String target) {
        String tag = get(target).header("ETag");
        originals.upload(key, TestPictures.png(41, 31, 0xFF), "image/png");

        Answer answer = get(target, "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void tellsApartWhatIsMadeDifferently() {
        List<String> tags =
                List.of("resize,w_9", "resize,w_8", "info", "average-hue", "format,auto").stream()
                        .map(text -> get("/KEY?x-oss-process=image/" + text).header("ETag"))
                        .toList();

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(get("/KEY?x-oss-process=image//resize,w_009").header("ETag"))
                .isEqualTo(tags.getFirst());
        assertThat(get("/KEY?x-oss-process=image/format,auto", "Accept: image/webp").header("ETag"))
                .isNotEqualTo(tags.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/KEY",
                "/KEY@!small",
                "/KEY@!two.formats",
                "/KEY?x-oss-process=image/info",
                "/KEY?x-oss-process=image/resize,w_9/threshold,1000000",
            })
    void givesTheSameHeadersWithoutThePicture(String target) {
        Answer whole = settled(target);

        Answer head = head(target);

        assertThat(head.body()).isEmpty();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Last-Modified")).isEqualTo(UPLOADED);
        for (String ofOneAnswer : new String[] {"Date", "X-Request-Id"}) {
            whole.headers().remove(ofOneAnswer);
            head.headers().remove(ofOneAnswer);
        }
        assertThat(head.headers()).isEqualTo(whole.headers());
    }

    @Test
    void describesAnOriginalWithoutReadingIt() {
        int before = steps.taken().size();

        head("/KEY");

        assertThat(stepsSince(before)).isNotEmpty().containsOnly("HEAD original");
    }

    @Test
    void describesAStoredRenditionWithoutReadingTheOriginal() {
        settled("/KEY@!small");
        int before = steps.taken().size();

        Answer answer = head("/KEY@!small");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(stepsSince(before)).isNotEmpty().containsOnly("HEAD original");
    }

    @Test
    void doesNotDescribeARenditionOfAnOlderOriginal() {
        String old = settled("/KEY@!small").header("ETag");
        originals.upload(key, TestPictures.png(41, 31, 0xFF), "image/png");

        assertThat(head("/KEY@!small").header("ETag")).isNotEqualTo(old);
    }

    @Test
    void storesWhatItHadToMakeForADescription() {
        head("/KEY@!small");

        await().until(() -> renditions.stored().containsKey("_r/s/" + key + "/small"));
    }

    @Test
    void refusesToDescribeWhatIsTooLargeWithoutReadingIt() {
        originals.upload(key, new byte[50_000_001], "image/png");
        int before = steps.taken().size();

        assertThat(head("/KEY@!small").status()).isEqualTo(413);
        assertThat(stepsSince(before)).isNotEmpty().containsOnly("HEAD original");
    }

    /// The answer once the rendition is stored.
    private Answer settled(String target) {
        Answer answer = get(target);
        boolean isStored =
                answer.header("Content-Type").startsWith("image/")
                        && !target.equals("/KEY")
                        && !target.contains("threshold");
        if (isStored) {
            await().until(() ->
                    renditions.stored().keySet().stream().anyMatch(path -> path.contains(key)));
        }
        return answer;
    }

    private List<String> stepsSince(int before) {
        List<String> taken = steps.taken();
        return taken.subList(before, taken.size());
    }

    private static void assertSame(Answer one, Answer other, String... headers) {
        for (String header : headers) {
            assertThat(one.header(header)).as(header).isEqualTo(other.header(header));
        }
    }

    private Answer head(String target) {
        return new RawHttp(port).request("HEAD", target.replace("KEY", key));
    }

    private Answer get(String target, String... headers) {
        return new RawHttp(port).get(target.replace("KEY", key), headers);
    }
}

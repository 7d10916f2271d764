package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Parts of originals.
@OnDemandTest
class RangeTest {

    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;

    private String tag;

    @BeforeEach
    void upload() {
        tag = "\"" + originals.upload(key, "0123456789".getBytes(UTF_8), "image/png") + "\"";
    }

    @Test
    void sendsThePartThatIsWanted() {
        Answer answer = get("Range: bytes=2-5");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("2345");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes 2-5/10");
        assertThat(answer.header("Content-Length")).isEqualTo("4");
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=86400");
    }

    @Test
    void saysThatThereAreNoSuchBytesAndHowManyThereAre() {
        Answer answer = get("Range: bytes=10-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("\"code\":\"RangeNotSatisfiable\"");
        assertThat(answer.header("Accept-Ranges")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bytes=0-1,4-5 |                               | 200
                    nonsense      |                               | 200
                    bytes=0-1     | TAG                           | 206
                    bytes=0-1     | W/TAG                         | 200
                    bytes=0-1     | "other"                       | 200
                    bytes=0-1     | Mon, 23 Nov 2026 04:45:55 GMT | 206
                    bytes=0-1     | Mon, 23 Nov 2026 04:45:56 GMT | 200
                    bytes=0-1     | nonsense                      | 200
                    bytes=10-     | "other"                       | 200
                    """)
    void sendsAPartOnlyOfWhatTheClientHas(String range, String condition, int status) {
        Answer answer =
                condition == null
                        ? get("Range: " + range)
                        : get("Range: " + range, "If-Range: " + condition.replace("TAG", tag));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(status == 206 ? "01" : "0123456789");
    }

    @Test
    void sendsNothingOfWhatTheClientHasWhole() {
        assertThat(get("Range: bytes=0-1", "If-None-Match: " + tag).status()).isEqualTo(304);
    }

    @Test
    void sendsTheWholeOfWhatChangedMeanwhile() {
        int next = steps.taken().size();
        steps.before(next + 1, () -> originals.upload(key, "changed".getBytes(UTF_8), "image/png"));

        Answer answer = get("Range: bytes=0-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("changed");
        assertThat(answer.header("Content-Range")).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("7");
    }

    @Test
    void describesTheWholeWhateverPartIsWanted() {
        Answer answer = new RawHttp(port).request("HEAD", "/" + key, "Range: bytes=0-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("10");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void sendsRenditionsWhole() {
        originals.upload(key, TestPictures.png(40, 30, 0xFF), "image/png");

        Answer answer = new RawHttp(port).get("/" + key + "@!small", "Range: bytes=0-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Accept-Ranges")).isEmpty();
    }

    private Answer get(String... headers) {
        return new RawHttp(port).get("/" + key, headers);
    }
}

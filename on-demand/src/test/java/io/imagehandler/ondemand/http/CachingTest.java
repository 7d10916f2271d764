package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.TestPictures;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// How long which answer may be kept, and how it is called.
@OnDemandTest
@TestPropertySource(
        properties = {
            "image-handler.caching.renditions=11s",
            "image-handler.caching.shared-renditions=12s",
            "image-handler.caching.originals=13s",
            "image-handler.caching.answers=14s",
            "image-handler.caching.shared-answers=15s",
            "image-handler.caching.invalid=16s",
            "image-handler.caching.absent=17s",
            "image-handler.caching.unusable=18s"
        })
class CachingTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;

    @BeforeEach
    void upload() {
        originals.upload("a.png", PICTURE, "image/png");
        originals.upload("text.png", "hello".getBytes(UTF_8), "image/png");
        originals.upload("half.png", Arrays.copyOf(PICTURE, PICTURE.length / 2), "image/png");
        originals.upload("large.png", new byte[50_000_001], "image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /a.png@!small                               | 200 | public, max-age=11, s-maxage=12
                    /a.png?x-oss-process=image/threshold,9999   | 200 | public, max-age=11, s-maxage=12
                    /a.png                                      | 200 | public, max-age=13
                    /a.png?x-oss-process=image/info             | 200 | public, max-age=14, s-maxage=15
                    /a.png?im=x                                 | 400 | public, max-age=16
                    /a.png?x-oss-process=image/crop,x_99        | 400 | public, max-age=16
                    /b.png                                      | 404 | public, max-age=17
                    /b.png@!small                               | 404 | public, max-age=17
                    /a.png@!unknown                             | 404 | public, max-age=17
                    /text.png@!small                            | 415 | public, max-age=18
                    /half.png@!small                            | 422 | public, max-age=18
                    /large.png@!small                           | 413 | public, max-age=18
                    """)
    void saysHowLongAnAnswerMayBeKept(String target, int status, String cacheControl) {
        Answer answer = new RawHttp(port).get(target);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).isEqualTo(cacheControl);
        assertThat(new RawHttp(port).request("HEAD", target).header("Cache-Control"))
                .isEqualTo(cacheControl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /a.png                                      | a.png
                    /a.png@!small                               | a.png
                    /a.png?x-oss-process=image/format,jpg       | a.jpg
                    /_r/x/a.png/resize,w_9~format,jpg           | a.jpg
                    /a.png?x-oss-process=image/info             | a.json
                    """)
    void saysUnderWhichNameToSaveIt(String target, String name) {
        assertThat(new RawHttp(port).get(target).header("Content-Disposition"))
                .isEqualTo("inline; filename=\"" + name + "\"");
    }

    @Test
    void namesNoFileInAnError() {
        assertThat(new RawHttp(port).get("/half.png@!small").headers())
                .doesNotContainKeys("Content-Disposition", "ETag", "Last-Modified");
    }
}

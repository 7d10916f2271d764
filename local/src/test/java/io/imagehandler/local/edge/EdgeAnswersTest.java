package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeAnswersTest {

    private static TestEdge world;

    @BeforeAll
    static void start() throws IOException {
        world = new TestEdge();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void forget() {
        world.forget();
    }

    @Test
    void answersHeadWithTheHeadersOfGet() throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of("ETag", "\"1\""), "bytes");

        for (String expected : new String[] {"Miss from edge", "Hit from edge"}) {
            HttpResponse<String> head =
                    world.send(world.request("/a.jpg").method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("content-length")).hasValue("5");
            assertThat(head.headers().firstValue("etag")).hasValue("\"1\"");
            assertThat(TestEdge.cache(head)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "*"})
    void tellsAViewerThatHeHasItAlready(String known) throws Exception {
        world.originals.answers(
                "/a.jpg", 200, Map.of("ETag", "\"1\"", "Cache-Control", "max-age=9"), "x");

        for (String expected : new String[] {"Miss", "Hit"}) {
            HttpResponse<String> answer = world.get("/a.jpg", "If-None-Match", known);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("etag")).hasValue("\"1\"");
            assertThat(answer.headers().firstValue("cache-control")).hasValue("max-age=9");
            assertThat(TestEdge.cache(answer)).startsWith(expected);
        }
    }

    @Test
    void answersInFullWhenTheViewerHasAnotherOne() throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of("ETag", "\"2\""), "x");

        assertThat(world.get("/a.jpg", "If-None-Match", "\"1\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*"})
    void tellsOfNoErrorThatTheViewerHasItAlready(String known) throws Exception {
        world.originals.answers(
                "/a.jpg", 404, Map.of("ETag", "\"1\"", "Cache-Control", "max-age=9"), "none");

        for (String expected : new String[] {"Miss", "Hit"}) {
            HttpResponse<String> answer = world.get("/a.jpg", "If-None-Match", known);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("none");
            assertThat(TestEdge.cache(answer)).startsWith(expected);
        }
    }

    @Test
    void comparesTagsWeaklyWhicheverSideMarksThem() throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of("ETag", "W/\"1\""), "x");

        assertThat(world.get("/a.jpg", "If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Range         | status | body       | Content-Range
                    bytes=0-3       | 206    | 0123       | bytes 0-3/10
                    bytes=7-        | 206    | 789        | bytes 7-9/10
                    bytes=-2        | 206    | 89         | bytes 8-9/10
                    bytes=-99       | 206    | 0123456789 | bytes 0-9/10
                    bytes=8-99      | 206    | 89         | bytes 8-9/10
                    bytes=10-       | 416    | ''         | bytes */10
                    bytes=-0        | 416    | ''         | bytes */10
                    bytes=3-2       | 200    | 0123456789 |
                    bytes=0-1,4-5   | 200    | 0123456789 |
                    bytes=-         | 200    | 0123456789 |
                    lines=0-1       | 200    | 0123456789 |
                    """)
    void servesAPartOfWhatIsCached(String range, int status, String body, String contentRange)
            throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of(), "0123456789");
        world.get("/a.jpg");

        HttpResponse<String> part = world.get("/a.jpg", "Range", range);

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.body()).isEqualTo(body);
        assertThat(part.headers().firstValue("content-range"))
                .isEqualTo(Optional.ofNullable(contentRange));
        assertThat(TestEdge.cache(part)).startsWith("Hit");
    }

    @Test
    void tellsEveryViewerWhatHeMayDoWithIt() throws Exception {
        world.originals.answers("/a.svg", 200, Map.of("Content-Security-Policy", "none"), "<svg/>");

        for (String target : new String[] {"/a.svg", "/a.svg", "/_r/x", "/gone"}) {
            var headers = world.get(target).headers();
            assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(headers.firstValue("content-security-policy"))
                    .hasValue("default-src 'none'; style-src 'unsafe-inline'; sandbox");
            assertThat(headers.firstValue("access-control-allow-origin")).hasValue("*");
        }
    }
}

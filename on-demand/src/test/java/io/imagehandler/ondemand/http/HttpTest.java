package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What may come over a socket, however rude, and the one form in which we refuse it.
@OnDemandTest
class HttpTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;

    @BeforeEach
    void upload() {
        for (String key : new String[] {"a.png", "a/b.png", "a//b.png", "/a.png", "a\\b.png"}) {
            originals.upload(key, PICTURE, "image/png");
        }
        originals.upload("a;b=c.png", PICTURE, "image/png");
        originals.upload("[a|b].png", PICTURE, "image/png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.png",
                "/a.png?",
                "/a.png?v=3&x=|<>[]\\^`{}",
                "/a%2Fb.png",
                "/a//b.png",
                "//a.png",
                "/%2Fa.png",
                "/a%5Cb.png",
                "/a\\b.png",
                "/a;b=c.png",
                "/a%3Bb=c.png",
                "/[a|b].png",
                "/%5Ba%7Cb%5D.png"
            })
    void getsKeysAsTheyAreHoweverTheyAreSpelt(String target) {
        Answer answer = http().get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /x/../a.png | 400 | InvalidArgument
                    /x/%2e%2e/a.png | 400 | InvalidArgument
                    /../a.png | 400 | InvalidArgument
                    /%2e%2e/a.png | 400 | InvalidArgument
                    /./a.png | 400 | InvalidArgument
                    /a% | 400 | InvalidArgument
                    /%zz | 400 | InvalidArgument
                    /%ff | 400 | InvalidArgument
                    /a%00b | 400 | InvalidArgument
                    /a%0Ab | 400 | InvalidArgument
                    / | 400 | InvalidArgument
                    * | 400 | InvalidArgument
                    /a.png?x-oss-process=image/resize,w_0 | 400 | InvalidArgument
                    /a.png?x-oss-process=image/crop,x_400 | 400 | InvalidArgument
                    /a.png?x-oss-process=style/a&x-oss-process=style/b | 400 | InvalidArgument
                    /b.png | 404 | NoSuchKey
                    /b.png@!small | 404 | NoSuchKey
                    /%5Fr/x/y | 400 | InvalidArgument
                    //_r/s/a.png/small | 404 | NoSuchKey
                    /_r/s/b.png/small | 404 | NoSuchKey
                    /a.png@!unknown | 404 | NoSuchStyle
                    /_r/s/a.png/unknown | 404 | NoSuchStyle
                    /error | 404 | NoSuchKey
                    /actuator | 404 | NoSuchKey
                    /actuator/health | 404 | NoSuchKey
                    /health/dead | 404 | NoSuchKey
                    """)
    void refusesInOneForm(String target, int status, String code) {
        Answer answer = http().get(target);

        isProblem(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\u00fc", "/a b", "/a\u0001", "a.png"})
    void refusesWhatIsNoRequestLineInTheSameForm(String target) {
        isProblem(http().get(target), 400, "InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET /a.png HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /a.png HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /a.png HTTP/1.1\r\nHost: a\r\nX A: b\r\n\r\n",
                "GET /a.png HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n",
                "GET /a.png HTTP/9.7\r\nHost: a\r\n\r\n",
                "GET /a.png HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\r\n\r\n"
            })
    void refusesWhatIsNotHttpInTheSameForm(String bytes) {
        isProblem(http().send(bytes), 400, "InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_192, 8_300, 70_000})
    void refusesATargetThatIsTooLong(int length) {
        isProblem(http().get("/" + "k".repeat(length)), 414, "UriTooLong");
    }

    @Test
    void takesTheLongestTarget() {
        String target = "/a.png?v=";

        assertThat(http().get(target + "k".repeat(8_192 - target.length())).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_200, 70_000})
    void refusesHeaderFieldsThatAreTooLarge(int length) {
        isProblem(http().get("/a.png", "X-A: " + "x".repeat(length)), 431, "HeaderFieldsTooLarge");
    }

    @Test
    void refusesTooManyHeaderFields() {
        String[] fields =
                IntStream.range(0, 49).mapToObj(i -> "X-" + i + ": 1").toArray(String[]::new);

        isProblem(http().get("/a.png", fields), 431, "HeaderFieldsTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO"})
    void allowsNoOtherMethod(String method) {
        Answer answer = http().request(method, "/a.png");

        isProblem(answer, 405, "MethodNotAllowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | Content-Length: 3           | 400 | InvalidArgument
                    GET  | Transfer-Encoding: chunked  | 400 | InvalidArgument
                    GET  | Transfer-Encoding: gzip,a   | 400 | InvalidArgument
                    POST | Content-Length: 3           | 405 | MethodNotAllowed
                    """)
    void refusesABodyAndWhateverFollowsIt(String method, String field, int status, String code) {
        Answer answer =
                http().send(
                                method
                                        + " /a.png HTTP/1.1\r\nHost: images\r\n"
                                        + field
                                        + "\r\nConnection: close\r\n\r\n0\r\n\r\nGET /a.png HTTP/1.1\r\n\r\n");

        isProblem(answer, status, code);
        assertThat(answer.body()).doesNotContain("HTTP/1.1");
    }

    @Test
    void takesABodyOfNothing() {
        assertThat(http().get("/a.png", "Content-Length: 0").status()).isEqualTo(200);
    }

    @Test
    void namesWhatIsWrongWithAText() {
        JsonNode problem = json(http().get("/a.png?x-oss-process=image/resize,w_0"));

        assertThat(problem.path("parameter").asString()).isEqualTo("resize.w");
        assertThat(problem.path("token").asString()).isEqualTo("0");
        assertThat(problem.path("allowed").asString()).isEqualTo("1..16384");
        assertThat(problem.path("title").asString()).isEqualTo("Bad Request");
    }

    @Test
    void asksNoStoreForWhatIsNotOfTheLanguage() {
        int before = steps.taken().size();

        http().get("/a.png?x-oss-process=image/resise,w_1");
        http().get("/a.png@!unknown");
        http().get("/../a.png");

        assertThat(steps.taken()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /a.png?im=x        | public, max-age=60
                    /b.png             | public, max-age=30
                    """)
    void saysHowLongARefusalMayBeKept(String target, String cacheControl) {
        assertThat(http().get(target).header("Cache-Control")).isEqualTo(cacheControl);
    }

    private RawHttp http() {
        return new RawHttp(port);
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("requestId").asString()).isNotEmpty();
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}

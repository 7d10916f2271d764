package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.ondemand.observation.RequestLog;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What one line of the log tells of a request.
@OnDemandTest
class RequestLogTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(RequestLog.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;

    @BeforeEach
    void listen() {
        originals.upload(key, TestPictures.png(40, 30, 0xFF0000), "image/png");
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(lines);
    }

    @Test
    void tellsOfAPicture() {
        Answer answer = get("/KEY@!small");

        assertThat(line(answer))
                .containsEntry("kind", "style")
                .containsEntry("key", key)
                .containsEntry("style", "small")
                .containsEntry("outcome", "sent")
                .containsEntry("status", 200)
                .containsEntry("method", "GET")
                .containsEntry("bytesOut", (long) answer.bytes().length)
                .containsKey("ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /KEY                                       | original | sent     | 200 |
                    /KEY?x-oss-process=image/info              | query    | sent     | 200 |
                    /KEY?x-oss-process=image/resize,w_9        | ad-hoc   | sent     | 200 |
                    /KEY@!nobodys                              | refused  | refused  | 404 | NoSuchStyle
                    /no-KEY                                    | original | refused  | 404 | NoSuchKey
                    /../KEY                                    | refused  | refused  | 400 | InvalidArgument
                    *                                          | refused  | refused  | 400 | InvalidArgument
                    """)
    void tellsWhatWasAskedAndHowItEnded(
            String target, String kind, String outcome, int status, String code) {
        Map<String, Object> line = line(get(target));

        assertThat(line)
                .containsEntry("kind", kind)
                .containsEntry("outcome", outcome)
                .containsEntry("status", status);
        assertThat(line.get("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void tellsOfWhatIsRefusedAtTheDoor(String bytes) {
        Map<String, Object> line = line(new RawHttp(port).send(bytes));

        assertThat(line).containsEntry("outcome", "refused").containsEntry("kind", "refused");
    }

    @Test
    void givesTheSameNumberInTheHeaderAndTheBody() {
        Answer answer = get("/KEY@!nobodys", "X-Request-Id: mine");

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{16}");
        assertThat(answer.body())
                .contains("\"requestId\":\"" + answer.header("X-Request-Id") + "\"");
    }

    @Test
    void keepsTheQueryToItself() {
        Map<String, Object> line = line(get("/KEY?x-oss-process=image/resize,w_0&x-sig=secret"));

        assertThat(line.toString()).doesNotContain("secret", "x-sig");
        assertThat(line).containsEntry("path", "/" + key);
    }

    @Test
    void tellsADefectWithItsStackInTheSameLine() {
        steps.before(
                steps.taken().size(),
                () -> {
                    throw new IllegalStateException("why");
                });

        ILoggingEvent event = event(get("/KEY@!small"));

        assertThat(event.getLevel()).hasToString("ERROR");
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("why");
    }

    private Map<String, Object> line(Answer answer) {
        return event(answer).getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    /// The one line of that answer. It is written when the answer may have been read already.
    private ILoggingEvent event(Answer answer) {
        String id = answer.header("X-Request-Id");
        Awaitility.await().until(() -> events(id).size() == 1);
        return events(id).getFirst();
    }

    private List<ILoggingEvent> events(String id) {
        return List.copyOf(lines.list).stream()
                .filter(event ->
                        event.getKeyValuePairs().stream().anyMatch(pair -> id.equals(pair.value)))
                .toList();
    }

    private Answer get(String target, String... headers) {
        return new RawHttp(port).get(target.replace("KEY", key), headers);
    }
}

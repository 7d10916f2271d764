package io.imagehandler.config.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {

    private final Logger logger = new LoggerContext().getLogger("io.imagehandler.Some");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach
    void listen() {
        events.start();
        logger.addAppender(events);
    }

    @Test
    void writesFieldsBesideTheMessage() {
        logger.atInfo().addKeyValue("key", "a.jpg").addKeyValue("ms", 12L).log("request");

        JsonNode line = JsonMapper.shared().readTree(line());
        assertThat(line.propertyNames())
                .containsExactly("time", "level", "logger", "message", "key", "ms");
        assertThat(line.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("logger").asString()).isEqualTo("Some");
        assertThat(line.path("key").asString()).isEqualTo("a.jpg");
        assertThat(line.path("ms").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "\u001B[31mred",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "\"}{"
            })
    void writesOneLineWhateverIsInIt(String text) {
        logger.atError()
                .addKeyValue("key", text)
                .setCause(new IllegalStateException(text))
                .log(text);

        String line = line();

        assertThat(line).endsWith("}\n").hasLineCount(1);
        assertThat(line.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(JsonMapper.shared().readTree(line).path("stack").asString())
                .contains("\nat io.imagehandler");
    }

    @Test
    void cutsWhatIsLong() {
        logger.atInfo().addKeyValue("key", "k".repeat(10_000)).log("m".repeat(10_000));

        assertThat(line()).hasSizeLessThan(1_600);
    }

    @Test
    void keepsSecretsToItself() {
        logger.atInfo().addKeyValue("cause", "/a?x-sig=topsecret").log("of /a?x-sig=topsecret");

        assertThat(line()).doesNotContain("topsecret");
    }

    private String line() {
        return new JsonLines().format(events.list.getFirst());
    }
}

package io.imagehandler.config.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.imagehandler.log.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.PairExtractor;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;

/// One JSON object a line, for programs to read, in ASCII. Named in the setting
/// `logging.structured.format.console`.
public final class JsonLines extends JsonWriterStructuredLogFormatter<ILoggingEvent> {

    private static final int LONGEST_MESSAGE = 1_024;
    private static final int LONGEST_STACK = 8_192;

    JsonLines() {
        super(JsonLines::members, null);
    }

    private static void members(JsonWriter.Members<ILoggingEvent> line) {
        line.add("time", ILoggingEvent::getInstant).as(String::valueOf);
        line.add("level", ILoggingEvent::getLevel).as(String::valueOf);
        line.add("logger", ILoggingEvent::getLoggerName).as(JsonLines::simpleName);
        line.add("message", ILoggingEvent::getFormattedMessage)
                .as(text -> LogText.sentence(text, LONGEST_MESSAGE));
        line.from(ILoggingEvent::getKeyValuePairs)
                .whenNotEmpty()
                .usingExtractedPairs(
                        Iterable::forEach,
                        PairExtractor.<KeyValuePair>of(pair -> pair.key, JsonLines::value));
        line.add("stack", JsonLines::stack).whenNotNull();
    }

    /// Numbers and truths as they are, everything else as text.
    private static Object value(KeyValuePair pair) {
        return pair.value instanceof Number || pair.value instanceof Boolean
                ? pair.value
                : LogText.sentence(String.valueOf(pair.value));
    }

    private static @Nullable String stack(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        if (thrown == null) {
            return null;
        }
        // Line by line, so that its lines stay lines to who reads the JSON.
        String stack = ThrowableProxyUtil.asString(thrown);
        var safe = new StringBuilder();
        stack.lines().forEach(line -> safe.append(LogText.sentence(line.strip())).append('\n'));
        return safe.length() <= LONGEST_STACK ? safe.toString() : safe.substring(0, LONGEST_STACK);
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}

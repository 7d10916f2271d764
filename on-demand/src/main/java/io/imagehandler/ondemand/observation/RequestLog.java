package io.imagehandler.ondemand.observation;

import io.imagehandler.log.Complaint;
import io.imagehandler.log.LogText;
import io.imagehandler.ondemand.observation.RequestRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/// One line of the log for each request. What is the client's doing is told for information; what
/// is ours, or of the services that we use, is a warning; a defect is an error, with its stack. Of
/// many that are refused alike in one second, most are only counted: an attack must not cost more
/// in logs than it does otherwise.
public final class RequestLog implements RequestListener {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int HASH_DIGITS = 16;

    @Override
    public void ended(Told told, Sent sent) {
        Outcome outcome = Outcome.of(told, sent);
        LoggingEventBuilder line = LOG.atLevel(level(outcome, sent));
        for (var field : fields(told, sent, outcome).entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue());
        }
        if (told.cause() != null) {
            line =
                    outcome == Outcome.FAILED && sent.status() == 500
                            ? line.setCause(told.cause())
                            : line.addKeyValue(
                                    "cause", LogText.sentence(String.valueOf(told.cause())));
        }
        if (told.code().isEmpty()) {
            line.log("request");
        } else {
            // Equal ones are counted together where there are too many: those of one code.
            line.addMarker(Complaint.MARKER).log("request: " + told.code());
        }
    }

    private static Level level(Outcome outcome, Sent sent) {
        return switch (outcome) {
            case SENT, NOT_MODIFIED, REFUSED, ABANDONED -> Level.INFO;
            case SHED -> Level.WARN;
            case FAILED -> sent.status() == 500 ? Level.ERROR : Level.WARN;
        };
    }

    private static Map<String, Object> fields(Told told, Sent sent, Outcome outcome) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("requestId", told.requestId());
        text(fields, "method", sent.method());
        fields.put("kind", told.kind().word());
        asked(fields, told, sent);
        text(fields, "etag", told.tag());
        fields.put("outcome", outcome.word());
        text(fields, "code", told.code());
        fields.put("status", sent.status());
        text(fields, "engine", told.engine());
        number(fields, "bytesIn", told.numbers().bytesIn());
        fields.put("bytesOut", sent.bytes());
        number(fields, "pixels", told.numbers().pixels());
        fields.put("ms", told.time().toMillis());
        told.phases()
                .forEach((phase, nanos) ->
                        fields.put(phase.field(), TimeUnit.NANOSECONDS.toMillis(nanos)));
        number(fields, "attempts", told.numbers().attempts());
        if (told.numbers().joined()) {
            fields.put("joined", true);
        }
        return fields;
    }

    /// Of a request that was not understood, its path; never its query, where signatures are.
    private static void asked(Map<String, Object> fields, Told told, Sent sent) {
        if (told.kind() == Kind.REFUSED) {
            text(fields, "path", sent.path());
            return;
        }
        text(fields, "key", told.key());
        if (told.kind() == Kind.STYLE) {
            text(fields, "style", told.asked());
        } else if (!told.asked().isEmpty()) {
            fields.put("opsHash", hash(told.asked()));
        }
    }

    private static void text(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, LogText.of(value));
        }
    }

    private static void number(Map<String, Object> fields, String name, long value) {
        if (value > 0) {
            fields.put(name, value);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

package io.imagehandler.worker.message;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.JobMessage.Asked;
import io.imagehandler.worker.message.JobMessage.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads the messages of the backfill queue:
/// `{"asked":"2026-11-23T12:00:00Z","job":1,"key":"photos/cat.jpg"}`, in which `job` is the version
/// of this shape. Safe for use by many threads.
public final class JobMessages {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JobMessages() {}

    /// The body of a message.
    public static String body(Job job) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("job", VERSION);
        fields.put("key", job.key().value());
        fields.put("asked", job.asked().toString());
        return JSON.writeValueAsString(fields);
    }

    /// What the body of a message says; never fails. A field that is not known is passed over.
    public static JobMessage parse(String body) {
        try {
            return parse(JSON.readTree(body));
        } catch (JacksonException notJson) {
            return new Unreadable("not JSON");
        } catch (ImageFailure noKey) {
            return new Unreadable("the key can be no original's");
        } catch (DateTimeException noTime) {
            return new Unreadable("'asked' is no time");
        }
    }

    private static JobMessage parse(JsonNode message) {
        if (message.path("job").asInt(0) != VERSION) {
            return new Unreadable("no job of version " + VERSION);
        }
        var key = OriginalKey.of(message.path("key").asString(""));
        return new Asked(new Job(key, Instant.parse(message.path("asked").asString(""))));
    }
}

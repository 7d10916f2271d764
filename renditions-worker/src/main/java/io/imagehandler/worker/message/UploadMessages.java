package io.imagehandler.worker.message;

import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Test;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what S3 puts into the upload queue, and writes what looks like it. Safe for use by many
/// threads.
public final class UploadMessages {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private UploadMessages() {}

    /// What the body of a message says; never fails.
    public static UploadMessage parse(String body) {
        try {
            return parse(JSON.readTree(body));
        } catch (JacksonException notJson) {
            return new Unreadable("not JSON");
        }
    }

    /// A message that has the renditions of the key looked at.
    public static String about(String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        // A size, since what has none and ends in a slash is taken for a folder.
        Map<String, ?> object = Map.of("key", encoded, "size", 1);
        var event =
                Map.of(
                        "eventVersion", "2.1",
                        "eventSource", "imagehandler",
                        "eventName", "ObjectCreated:Again",
                        "s3", Map.of("object", object));
        return JSON.writeValueAsString(Map.of("Records", List.of(event)));
    }

    private static UploadMessage parse(JsonNode message) {
        if (message.path("Event").asString("").equals("s3:TestEvent")) {
            return new Test();
        }
        JsonNode records = message.path("Records");
        if (!records.isArray()) {
            return new Unreadable(stranger(message));
        }
        var changes = new ArrayList<UploadChange>();
        var unreadable = new ArrayList<String>();
        for (JsonNode node : records) {
            change(node).ifPresentOrElse(changes::add, () -> unreadable.add(alone(node)));
        }
        return new Changes(changes, unreadable);
    }

    /// What it is instead, and the cure where it is a known way of wiring the bucket.
    private static String stranger(JsonNode message) {
        if (message.path("Type").asString("").equals("Notification")) {
            return "an SNS notification: switch raw message delivery on, or notify the queue itself";
        }
        if (message.has("detail-type")) {
            return "an EventBridge event: have the bucket notify the queue itself";
        }
        return "no S3 event notification";
    }

    private static Optional<UploadChange> change(JsonNode node) {
        try {
            return JSON.treeToValue(node, EventRecord.class).change(alone(node));
        } catch (JacksonException ofAnotherShape) {
            return Optional.empty();
        }
    }

    private static String alone(JsonNode node) {
        return "{\"Records\":[" + node + "]}";
    }
}

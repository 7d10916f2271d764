package io.imagehandler.worker.message;

import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Test;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what S3 puts into the upload queue. Safe for use by many threads.
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

    private static UploadMessage parse(JsonNode message) {
        if (message.path("Event").asString("").equals("s3:TestEvent")) {
            return new Test();
        }
        JsonNode records = message.path("Records");
        if (!records.isArray()) {
            return new Unreadable("no S3 event notification");
        }
        var changes = new ArrayList<UploadChange>();
        var unreadable = new ArrayList<String>();
        for (JsonNode node : records) {
            change(node).ifPresentOrElse(changes::add, () -> unreadable.add(node.toString()));
        }
        return new Changes(changes, unreadable);
    }

    private static Optional<UploadChange> change(JsonNode node) {
        try {
            return JSON.treeToValue(node, EventRecord.class).change();
        } catch (JacksonException ofAnotherShape) {
            return Optional.empty();
        }
    }
}

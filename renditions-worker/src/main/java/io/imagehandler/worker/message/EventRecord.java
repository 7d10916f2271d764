package io.imagehandler.worker.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.imagehandler.worker.message.UploadChange.Origin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record of an S3 event notification, as far as it concerns us. S3 adds fields as it likes
/// within a major version.
record EventRecord(
        @Nullable String eventVersion,
        @Nullable String eventName,
        @Nullable String eventTime,
        @Nullable Map<String, @Nullable String> responseElements,
        @Nullable Place s3) {

    private static final String MAJOR_VERSION = "2.";
    private static final String REQUEST_ID = "x-amz-request-id";

    record Place(@Nullable Thing object) {}

    /// @param key form-encoded: a space is `+`
    record Thing(
            @Nullable String key,
            @Nullable Long size,
            @JsonProperty("eTag") @Nullable String etag) {}

    /// The change, or nothing if the record is of another shape or major version.
    ///
    /// @param body a message with this record alone
    Optional<UploadChange> change(String body) {
        if (eventName == null || eventVersion == null || !eventVersion.startsWith(MAJOR_VERSION)) {
            return Optional.empty();
        }
        if (s3 == null || s3.object() == null || s3.object().key() == null) {
            return Optional.empty();
        }
        Long size = s3.object().size();
        String etag = s3.object().etag();
        var origin = new Origin(body, etag == null ? "" : etag, requestId(), time());
        return decoded(s3.object().key())
                .map(key -> new UploadChange(eventName, key, size == null ? 0 : size, origin));
    }

    private String requestId() {
        String id = responseElements == null ? null : responseElements.get(REQUEST_ID);
        return id == null ? "" : id;
    }

    /// In UTC, also where the `Z` is missing, as some stand-ins for S3 have it.
    private @Nullable Instant time() {
        if (eventTime == null) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_DATE_TIME
                    .withZone(ZoneOffset.UTC)
                    .parse(eventTime, Instant::from);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    private static Optional<String> decoded(String key) {
        try {
            return Optional.of(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

package io.imagehandler.worker.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record of an S3 event notification, as far as it concerns us. S3 adds fields as it likes
/// within a major version.
record EventRecord(@Nullable String eventVersion, @Nullable String eventName, @Nullable Place s3) {

    private static final String MAJOR_VERSION = "2.";

    record Place(@Nullable Thing object) {}

    /// @param key form-encoded: a space is `+`
    record Thing(@Nullable String key, @Nullable Long size) {}

    /// The change, or nothing if the record is of another shape or major version.
    Optional<UploadChange> change() {
        if (eventName == null || eventVersion == null || !eventVersion.startsWith(MAJOR_VERSION)) {
            return Optional.empty();
        }
        if (s3 == null || s3.object() == null || s3.object().key() == null) {
            return Optional.empty();
        }
        Long size = s3.object().size();
        return decoded(s3.object().key())
                .map(key -> new UploadChange(eventName, key, size == null ? 0 : size));
    }

    private static Optional<String> decoded(String key) {
        try {
            return Optional.of(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

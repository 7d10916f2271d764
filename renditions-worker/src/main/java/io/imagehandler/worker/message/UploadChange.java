package io.imagehandler.worker.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hint that something became of an object in the originals' bucket.
///
/// @param event its name without `s3:`, for example `ObjectCreated:Put`
/// @param key of the object, as it is stored
/// @param size in bytes; 0 if the event does not say
/// @param origin what else the event says
public record UploadChange(String event, String key, long size, Origin origin) {

    /// What an event says that only people want to know.
    ///
    /// @param body a message that tells of this change alone
    /// @param etag of the object; empty if the event does not say
    /// @param requestId S3's, of what changed the object; empty if the event does not say
    /// @param time when it changed; null if the event does not say
    public record Origin(String body, String etag, String requestId, @Nullable Instant time) {}

    /// Whether it tells of an object that came or went. Everything else about an object is of no
    /// account to its renditions.
    public boolean matters() {
        return event.startsWith("ObjectCreated:")
                || event.startsWith("ObjectRemoved:")
                || event.startsWith("LifecycleExpiration:");
    }

    /// Whether it is the marker that consoles put where people see a folder.
    public boolean isFolder() {
        return key.endsWith("/") && size == 0;
    }
}

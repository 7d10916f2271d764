package io.imagehandler.worker.message;

/// A hint that something became of an object in the originals' bucket.
///
/// @param event its name without `s3:`, for example `ObjectCreated:Put`
/// @param key of the object, as it is stored
/// @param size in bytes; 0 if the event does not say
public record UploadChange(String event, String key, long size) {

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

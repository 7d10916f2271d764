package io.imagehandler.local.s3;

/// Something that happened to a stored object.
///
/// @param kind what happened
/// @param bucket the bucket's name
/// @param key as stored, not percent-encoded
/// @param size in bytes; 0 for a removal
/// @param tag the entity tag without quotes; empty for a removal
public record ObjectChange(Kind kind, String bucket, String key, long size, String tag) {

    /// What can happen to an object, by the names of S3's events.
    public enum Kind {
        PUT("ObjectCreated:Put"),
        COPY("ObjectCreated:Copy"),
        MULTIPART("ObjectCreated:CompleteMultipartUpload"),
        REMOVED("ObjectRemoved:Delete");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        /// The `eventName` of S3's message, which has no `s3:` in front.
        String event() {
            return event;
        }
    }
}

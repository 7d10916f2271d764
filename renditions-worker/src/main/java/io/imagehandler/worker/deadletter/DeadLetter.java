package io.imagehandler.worker.deadletter;

import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.worker.message.UploadChange;
import java.util.LinkedHashMap;
import java.util.Map;

/// A message that cannot be worked on, with what operators want to know of it. What is not known is
/// empty.
///
/// @param body the message, about one key at most
/// @param reason one word for machines
/// @param detail one sentence for operators
/// @param about what it is about
/// @param attempts how often it was tried, 1 and up
public record DeadLetter(String body, String reason, String detail, About about, int attempts) {

    /// The attribute that tells why a message became one, and stays with it if it is sent again.
    public static final String REASON = "reason";

    /// @param key of the original, as it is stored
    /// @param etag of the original
    /// @param engine the engine that it was tried with
    /// @param requestId S3's, of the upload
    public record About(String key, String etag, String engine, String requestId) {}

    /// What nobody can read.
    public static DeadLetter unreadable(String body, String detail) {
        return new DeadLetter(body, "bad-message", detail, new About("", "", "", ""), 1);
    }

    /// What nothing can be made of.
    public static DeadLetter rejected(
            UploadChange change, String etag, Rejection rejection, String engine) {
        var about = new About(change.key(), etag, engine, change.origin().requestId());
        return new DeadLetter(
                change.origin().body(), rejection.reason(), rejection.detail(), about, 1);
    }

    /// What failed for too often.
    ///
    /// @param reason `transient`, or `defect` where it is ours
    public static DeadLetter failed(
            UploadChange change, String reason, String detail, String engine, int attempts) {
        var origin = change.origin();
        var about = new About(change.key(), origin.etag(), engine, origin.requestId());
        return new DeadLetter(origin.body(), reason, detail, about, attempts);
    }

    /// As attributes of a message, each of text that SQS takes.
    Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        put(attributes, REASON, reason);
        put(attributes, "detail", Printable.cut(detail));
        put(attributes, "key", Printable.encoded(about.key()));
        put(attributes, "etag", Printable.cut(about.etag()));
        put(attributes, "engine", Printable.cut(about.engine()));
        put(attributes, "attempts", String.valueOf(attempts));
        put(attributes, "requestId", Printable.cut(about.requestId()));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String text) {
        if (!text.isEmpty()) {
            attributes.put(name, text);
        }
    }
}

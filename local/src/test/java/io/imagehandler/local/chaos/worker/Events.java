package io.imagehandler.local.chaos.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.aws.Names;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The messages of a bucket, also those that the embedded S3 does not send.
final class Events {

    private static final AtomicLong SEQUENCE = new AtomicLong(System.currentTimeMillis() << 12);

    private Events() {}

    /// Something was put there.
    static String created(String key) {
        return message(record("ObjectCreated:Put", key, ""));
    }

    /// It was deleted.
    static String removed(String key) {
        return message(record("ObjectRemoved:Delete", key, ""));
    }

    static String message(String... records) {
        return "{\"Records\":[%s]}".formatted(String.join(",", List.of(records)));
    }

    /// @param name of the event, without `s3:`
    /// @param more fields of the object, each with a comma after it
    static String record(String name, String key, String more) {
        return """
        {"eventVersion":"2.3","eventSource":"aws:s3","awsRegion":"us-east-1",\
        "eventTime":"2026-01-01T00:00:00.000Z","eventName":"%s",\
        "responseElements":{"x-amz-request-id":"CHAOS"},\
        "s3":{"s3SchemaVersion":"1.0","configurationId":"chaos",\
        "bucket":{"name":"%s","arn":"arn:aws:s3:::%s"},\
        "object":{"key":"%s",%s"sequencer":"%016X"}}}\
        """
                .formatted(
                        name,
                        Names.ORIGINALS,
                        Names.ORIGINALS,
                        URLEncoder.encode(key, UTF_8).replace("%2F", "/"),
                        more,
                        SEQUENCE.incrementAndGet());
    }
}

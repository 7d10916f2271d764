package io.imagehandler.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The messages that S3 sends, as S3 writes them.
final class S3Event {

    private static final AtomicLong LAST = new AtomicLong();

    private S3Event() {}

    /// The message for a change. Its key is form-encoded; a removal has neither size nor tag.
    ///
    /// @param sequencer orders the events of a key
    static String of(ObjectChange change, Instant time, String sequencer) {
        var created =
                change.kind() == ObjectChange.Kind.REMOVED
                        ? ""
                        : "\"size\":%d,\"eTag\":\"%s\",".formatted(change.size(), change.tag());
        return """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
        "eventTime":"%s","eventName":"%s","userIdentity":{"principalId":"AWS:LOCAL"},\
        "requestParameters":{"sourceIPAddress":"127.0.0.1"},\
        "responseElements":{"x-amz-request-id":"%s","x-amz-id-2":"local"},\
        "s3":{"s3SchemaVersion":"1.0","configurationId":"renditions",\
        "bucket":{"name":"%s","ownerIdentity":{"principalId":"LOCAL"},"arn":"arn:aws:s3:::%s"},\
        "object":{"key":"%s",%s"sequencer":"%s"}}}]}\
        """
                .formatted(
                        time,
                        change.kind().event(),
                        sequencer,
                        change.bucket(),
                        change.bucket(),
                        encoded(change.key()),
                        created,
                        sequencer);
    }

    /// What S3 sends once, when notifications are set up. It has no records.
    static String test(String bucket, Instant time) {
        return """
        {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"%s","Bucket":"%s",\
        "RequestId":"%s","HostId":"local"}\
        """
                .formatted(time, bucket, sequencer());
    }

    /// 16 hexadecimal digits, greater with every call, also after a restart.
    static String sequencer() {
        var now = System.currentTimeMillis() << 12;
        return "%016X".formatted(LAST.updateAndGet(last -> Math.max(last + 1, now)));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}

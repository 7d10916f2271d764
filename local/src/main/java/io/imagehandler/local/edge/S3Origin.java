package io.imagehandler.local.edge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket. Its refusals come in the form of the request language, since S3's own name the bucket.
final class S3Origin implements Origin {

    /// As [DateTimeFormatter#RFC_1123_DATE_TIME], but with two digits for the day, as HTTP has it.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final S3Client s3;
    private final String bucket;

    S3Origin(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public OriginResponse fetch(String path, String range) {
        var request =
                GetObjectRequest.builder()
                        .bucket(bucket)
                        .key(UriPath.decode(path).substring(1))
                        .range(range.isEmpty() ? null : range)
                        .build();
        try {
            ResponseInputStream<GetObjectResponse> object = s3.getObject(request);
            int status = object.response().contentRange() == null ? 200 : 206;
            return new OriginResponse(status, headersOf(object.response()), object);
        } catch (S3Exception refusal) {
            return OriginResponse.problem(refusal.statusCode(), codeOf(refusal.statusCode()));
        } catch (SdkClientException _) {
            return OriginResponse.problem(502, "StorageUnavailable");
        }
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 403 -> "AccessDenied";
            case 404 -> "NoSuchKey";
            case 416 -> "InvalidRange";
            default -> "StorageUnavailable";
        };
    }

    private static Map<String, String> headersOf(GetObjectResponse object) {
        var headers = new HashMap<String, String>();
        headers.put("server", "AmazonS3");
        put(headers, "content-length", object.contentLength());
        put(headers, "content-type", object.contentType());
        put(headers, "content-range", object.contentRange());
        put(headers, "content-encoding", object.contentEncoding());
        put(headers, "content-disposition", object.contentDisposition());
        put(headers, "content-language", object.contentLanguage());
        put(headers, "cache-control", object.cacheControl());
        put(headers, "etag", object.eTag());
        Optional.ofNullable(object.lastModified())
                .ifPresent(instant -> headers.put("last-modified", httpDate(instant)));
        object.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant.atZone(ZoneOffset.UTC));
    }
}

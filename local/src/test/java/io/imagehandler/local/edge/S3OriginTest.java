package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3OriginTest {

    private StubOrigin store;
    private S3Client s3;
    private S3Origin origin;

    @BeforeEach
    void open() throws IOException {
        store = new StubOrigin();
        s3 = client(store.uri());
        origin = new S3Origin(s3, "pictures");
    }

    @AfterEach
    void close() {
        s3.close();
        store.close();
    }

    private static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(overrides -> overrides.retryStrategy(RetryMode.STANDARD))
                .forcePathStyle(true)
                .build();
    }

    @Test
    void readsTheObjectOfThePathsKey() throws IOException {
        store.answers(
                "/pictures/a%2Bb%20c.jpg",
                200,
                Map.of(
                        "Content-Type", "image/jpeg",
                        "ETag", "\"1\"",
                        "Cache-Control", "max-age=5",
                        "Last-Modified", "Mon, 05 Jan 2026 01:02:03 GMT",
                        "x-amz-meta-source-etag", "2"),
                "bytes");

        try (OriginResponse response = origin.fetch("/a%2Bb%20c.jpg", "")) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().readAllBytes()).asString().isEqualTo("bytes");
            assertThat(response.headers())
                    .containsEntry("content-length", "5")
                    .containsEntry("content-type", "image/jpeg")
                    .containsEntry("etag", "\"1\"")
                    .containsEntry("cache-control", "max-age=5")
                    .containsEntry("last-modified", "Mon, 05 Jan 2026 01:02:03 GMT")
                    .containsEntry("x-amz-meta-source-etag", "2")
                    .containsEntry("server", "AmazonS3");
        }
    }

    @Test
    void readsAPart() throws IOException {
        store.answers("/pictures/a.jpg", 206, Map.of("Content-Range", "bytes 1-2/9"), "12");

        try (OriginResponse response = origin.fetch("/a.jpg", "bytes=1-2")) {
            assertThat(response.status()).isEqualTo(206);
            assertThat(response.headers()).containsEntry("content-range", "bytes 1-2/9");
        }
        assertThat(store.asked()).containsExactly("/pictures/a.jpg bytes=1-2");
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "404, NoSuchKey", "416, InvalidRange"})
    void refusesWithoutNamingTheBucket(int status, String code) throws IOException {
        store.answers(
                "/pictures/a.jpg",
                status,
                Map.of(),
                "<Error><BucketName>pictures</BucketName></Error>");

        try (OriginResponse response = origin.fetch("/a.jpg", "")) {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body().readAllBytes())
                    .asString()
                    .contains(code)
                    .doesNotContain("pictures");
        }
    }

    @Test
    void answers502WhenItCannotBeReached() throws IOException {
        store.close();

        try (OriginResponse response = origin.fetch("/a.jpg", "")) {
            assertThat(response.status()).isEqualTo(502);
        }
    }
}

package io.imagehandler.rendition.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.OriginalsContract;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.convergence.Manifests;
import io.imagehandler.rendition.convergence.ManifestsContract;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/// The adapters against a real protocol: any S3 at `-Dimagehandler.s3=http://host:port` that takes
/// the key `test` with the secret `test`.
@EnabledIfSystemProperty(
        named = "imagehandler.s3",
        matches = ".+",
        disabledReason = "needs an S3, named by -Dimagehandler.s3=<endpoint>")
class S3StoresTest {

    private static final S3Client S3 = client();

    private final String bucket = "test-" + UUID.randomUUID();

    @BeforeEach
    void makeBucket() {
        S3.createBucket(create -> create.bucket(bucket));
    }

    @Test
    void takesAMissingBucketForNoAbsence() {
        var originals = new S3Originals(S3, "no-such-" + bucket);

        assertThatThrownBy(() -> originals.read(new OriginalKey("a.jpg"), 1))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void findsAForeignObjectWithoutMetadata() {
        var renditions = new S3Renditions(S3, bucket);
        S3.putObject(put -> put.bucket(bucket).key("_r/s/a/b"), RequestBody.fromString("x"));

        assertThat(renditions.find("_r/s/a/b")).isPresent();
    }

    @Nested
    class OfOriginals implements OriginalsContract {

        @Override
        public Originals originals() {
            return new S3Originals(S3, bucket);
        }

        @Override
        public void upload(String key, byte[] bytes, String contentType) {
            S3.putObject(
                    put -> put.bucket(bucket).key(key).contentType(contentType),
                    RequestBody.fromBytes(bytes));
        }
    }

    @Nested
    class OfRenditions implements RenditionsContract {

        @Override
        public Renditions renditions() {
            return new S3Renditions(S3, bucket);
        }
    }

    @Nested
    class OfManifests implements ManifestsContract {

        @Override
        public Manifests manifests() {
            return new S3Manifests(S3, bucket);
        }
    }

    private static S3Client client() {
        return S3Client.builder()
                .endpointOverride(
                        URI.create(System.getProperty("imagehandler.s3", "http://127.0.0.1:1")))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .forcePathStyle(true)
                .build();
    }
}

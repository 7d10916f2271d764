package io.imagehandler.rendition.s3;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredRendition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Renditions in an S3 bucket of their own. What is written or removed under a condition is so by
/// S3 itself, in one call.
public final class S3Renditions implements Renditions {

    private static final String UNDECLARED = "application/octet-stream";

    private final S3Client s3;
    private final String bucket;

    public S3Renditions(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredRendition> find(String path) {
        return Answers.unlessAbsent(() -> s3.headObject(head -> head.bucket(bucket).key(path)))
                .map(S3Renditions::stored);
    }

    @Override
    public boolean create(RenditionKey key, EncodedImage image, Provenance provenance) {
        return put(request(key, image, provenance).ifNoneMatch("*").build(), image);
    }

    @Override
    public boolean replace(
            RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance) {
        return put(request(key, image, provenance).ifMatch(Answers.quoted(seen)).build(), image);
    }

    @Override
    public List<String> pathsOf(OriginalKey original) {
        return Stream.of("s/", "x/")
                .map(kind -> RenditionKey.RESERVED + kind + original.value() + "/")
                .flatMap(this::children)
                .toList();
    }

    @Override
    public boolean remove(String path, EntityTag seen) {
        return Answers.ifConditionHolds(() ->
                s3.deleteObject(
                        delete -> delete.bucket(bucket).key(path).ifMatch(Answers.quoted(seen))));
    }

    /// The objects right under the prefix. The delimiter matters: without it, the renditions of key
    /// `a` would take in those of key `a/b`.
    private Stream<String> children(String prefix) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix).delimiter("/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(path -> !path.equals(prefix));
    }

    private PutObjectRequest.Builder request(
            RenditionKey key, EncodedImage image, Provenance provenance) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key.path())
                .contentType(image.format().mediaType())
                .cacheControl(Metadata.CACHE_CONTROL)
                .metadata(Metadata.of(provenance, image.size()));
    }

    private boolean put(PutObjectRequest request, EncodedImage image) {
        return Answers.ifConditionHolds(
                () -> s3.putObject(request, RequestBody.fromByteBuffer(image.bytes())));
    }

    private static StoredRendition stored(HeadObjectResponse head) {
        return new StoredRendition(
                Answers.tag(head.eTag()),
                Metadata.provenance(head.metadata()),
                Objects.requireNonNullElse(head.contentType(), UNDECLARED),
                Metadata.size(head.metadata()),
                head.contentLength());
    }
}

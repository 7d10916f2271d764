package io.imagehandler.rendition.s3;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.convergence.Manifest;
import io.imagehandler.rendition.convergence.Manifests;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Manifests in the bucket of the renditions.
public final class S3Manifests implements Manifests {

    private final S3Client s3;
    private final String bucket;

    public S3Manifests(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<StoredManifest> find(OriginalKey key) {
        String path = Manifest.path(key);
        return Answers.unlessAbsent(() -> s3.headObject(head -> head.bucket(bucket).key(path)))
                .map(S3Manifests::stored);
    }

    @Override
    public boolean create(Manifest manifest, Provenance provenance) {
        return put(request(manifest, provenance).ifNoneMatch("*").build(), manifest);
    }

    @Override
    public boolean replace(EntityTag seen, Manifest manifest, Provenance provenance) {
        return put(request(manifest, provenance).ifMatch(Answers.quoted(seen)).build(), manifest);
    }

    @Override
    public boolean remove(OriginalKey key, EntityTag seen) {
        return Answers.ifConditionHolds(() ->
                s3.deleteObject(delete ->
                        delete.bucket(bucket)
                                .key(Manifest.path(key))
                                .ifMatch(Answers.quoted(seen))));
    }

    private PutObjectRequest.Builder request(Manifest manifest, Provenance provenance) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(Manifest.path(manifest.key()))
                .contentType("application/json")
                .cacheControl(Metadata.CACHE_CONTROL)
                .metadata(Metadata.of(provenance, manifest.average()));
    }

    private boolean put(PutObjectRequest request, Manifest manifest) {
        return Answers.ifConditionHolds(
                () -> s3.putObject(request, RequestBody.fromString(manifest.json())));
    }

    private static StoredManifest stored(HeadObjectResponse head) {
        return new StoredManifest(
                Answers.tag(head.eTag()),
                Metadata.provenance(head.metadata()),
                Metadata.average(head.metadata()));
    }
}

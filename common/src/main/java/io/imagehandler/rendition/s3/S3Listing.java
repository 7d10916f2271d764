package io.imagehandler.rendition.s3;

import io.imagehandler.rendition.upkeep.Listing;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What an S3 bucket holds. A page begins behind a key, and not at a token of S3's, so that whoever
/// stops can go on at any later time.
public final class S3Listing implements Listing {

    private final S3Client s3;
    private final String bucket;

    public S3Listing(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Page page(String prefix, String after) {
        var request =
                ListObjectsV2Request.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .startAfter(after.isEmpty() ? null : after)
                        .maxKeys(PAGE)
                        .build();
        var answer = s3.listObjectsV2(request);
        return new Page(
                answer.contents().stream().map(S3Listing::listed).toList(), !answer.isTruncated());
    }

    private static Listed listed(S3Object object) {
        return new Listed(
                object.key(), Answers.tag(object.eTag()), object.lastModified(), object.size());
    }
}

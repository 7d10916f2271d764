package io.imagehandler.benchmarks.s3;

import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// What the calls are about.
final class Place {

    /// Of the original, in the bucket `originals`.
    static final String KEY = "original.jpg";

    static final HeadObjectRequest HEAD =
            HeadObjectRequest.builder().bucket("originals").key(KEY).build();
    static final GetObjectRequest GET =
            GetObjectRequest.builder().bucket("originals").key(KEY).build();

    private Place() {}

    static PutObjectRequest put(String key) {
        return PutObjectRequest.builder()
                .bucket("derived")
                .key(key)
                .contentType("image/webp")
                .cacheControl("public, max-age=31536000")
                .ifNoneMatch("*")
                .build();
    }
}

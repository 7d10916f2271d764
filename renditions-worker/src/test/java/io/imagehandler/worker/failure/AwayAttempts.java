package io.imagehandler.worker.failure;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Rejection;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Attempts in a DynamoDB that does not answer.
final class AwayAttempts implements Attempts {

    @Override
    public Opening open(OriginalKey key, EntityTag tag) {
        throw away();
    }

    @Override
    public void renew(OriginalKey key) {
        throw away();
    }

    @Override
    public boolean hasEnded(OriginalKey key, EntityTag tag) {
        throw away();
    }

    @Override
    public Past past(OriginalKey key, EntityTag tag) {
        throw away();
    }

    @Override
    public void close(OriginalKey key, EntityTag tag) {
        throw away();
    }

    @Override
    public void reject(OriginalKey key, EntityTag tag, Rejection rejection) {
        throw away();
    }

    @Override
    public int fail(OriginalKey key, String reason) {
        throw away();
    }

    @Override
    public void release(OriginalKey key) {
        throw away();
    }

    @Override
    public void suspect(OriginalKey key) {
        throw away();
    }

    private static SdkClientException away() {
        return SdkClientException.create("DynamoDB is away");
    }
}

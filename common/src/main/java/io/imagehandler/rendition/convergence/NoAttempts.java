package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;

/// Where nobody remembers what was tried.
final class NoAttempts implements Attempts {

    @Override
    public Opening open(OriginalKey key, EntityTag tag) {
        return new Opening.Ours(0);
    }

    @Override
    public void renew(OriginalKey key) {}

    @Override
    public boolean hasEnded(OriginalKey key, EntityTag tag) {
        return true;
    }

    @Override
    public Past past(OriginalKey key, EntityTag tag) {
        return Past.NONE;
    }

    @Override
    public void close(OriginalKey key, EntityTag tag) {}

    @Override
    public void reject(OriginalKey key, EntityTag tag, Rejection rejection) {}

    @Override
    public int fail(OriginalKey key, String reason) {
        return 1;
    }

    @Override
    public void release(OriginalKey key) {}

    @Override
    public void suspect(OriginalKey key) {}
}

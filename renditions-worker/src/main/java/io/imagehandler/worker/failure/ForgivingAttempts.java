package io.imagehandler.worker.failure;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Lets no pass fail over what it has to say at its end: what is lost then costs another look, and
/// no rendition. To begin without a marker would be to render poison unprotected, so that waits.
public final class ForgivingAttempts implements Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(ForgivingAttempts.class);

    private final Attempts attempts;

    public ForgivingAttempts(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Opening open(OriginalKey key, EntityTag tag) {
        return attempts.open(key, tag);
    }

    @Override
    public boolean hasEnded(OriginalKey key, EntityTag tag) {
        return attempts.hasEnded(key, tag);
    }

    @Override
    public Past past(OriginalKey key, EntityTag tag) {
        return attempts.past(key, tag);
    }

    @Override
    public int fail(OriginalKey key, String reason) {
        return attempts.fail(key, reason);
    }

    @Override
    public void renew(OriginalKey key) {
        forgive(() -> attempts.renew(key));
    }

    @Override
    public void close(OriginalKey key, EntityTag tag) {
        forgive(() -> attempts.close(key, tag));
    }

    @Override
    public void reject(OriginalKey key, EntityTag tag, Rejection rejection) {
        forgive(() -> attempts.reject(key, tag, rejection));
    }

    @Override
    public void release(OriginalKey key) {
        forgive(() -> attempts.release(key));
    }

    @Override
    public void suspect(OriginalKey key) {
        forgive(() -> attempts.suspect(key));
    }

    private static void forgive(Runnable write) {
        try {
            write.run();
        } catch (SdkException lost) {
            LOG.warn("an attempt was not written down: {}", lost.getMessage());
        }
    }
}

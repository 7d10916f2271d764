package io.imagehandler.worker.listener;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Lease;
import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.worker.deadletter.DeadLetter;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.UploadChange;
import java.time.Duration;

/// What a pass is for: one change of a message.
///
/// @param engine its version, for dead letters
record Errand(UploadChange change, Delivery delivery, DeadLetters deadLetters, String engine)
        implements Lease {

    @Override
    public Duration age() {
        return delivery.age();
    }

    @Override
    public Duration longest() {
        return delivery.longest();
    }

    @Override
    public boolean isRepeated() {
        return delivery.isRepeated();
    }

    @Override
    public void askAgain(OriginalKey key) {
        delivery.askAgain(key);
    }

    @Override
    public void reject(EntityTag etag, Rejection rejection) {
        deadLetters.send(DeadLetter.rejected(change, etag.value(), rejection, engine));
    }
}

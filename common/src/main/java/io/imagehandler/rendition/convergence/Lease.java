package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import java.time.Duration;

/// What a pass knows of the message that it works for. For use by the thread of the pass.
public interface Lease {

    /// A pass that has not renewed its lease for so long writes and removes nothing any more: by
    /// [Attempts#STALE] others may be at work, and they have not seen what it would do.
    Duration LONGEST = Duration.ofSeconds(90);

    /// The time since the last renewal that the queue is known to have granted, or since the
    /// message was received, by a clock that only ever goes forward.
    Duration age();

    /// The age from which on nothing is written or removed; less than a message stays hidden and an
    /// attempt that is not renewed counts as one.
    default Duration longest() {
        return LONGEST;
    }

    /// Whether the message was delivered before, so that an earlier pass may have died half-way.
    boolean isRepeated();

    /// Sees to it that another pass for the key begins after this one, whatever becomes of the
    /// message: sends a new one. Called when a pass stops that has written something it can vouch
    /// for no more, and whose message may be another worker's by now, or done with.
    void askAgain(OriginalKey key);

    /// Nothing can be made of the original: tells whoever looks after uploads. Called before that
    /// is written down, so that what is known to be unfit was told, however often it is sent.
    ///
    /// @param etag the original's
    /// @throws RuntimeException if nobody could be told; the pass fails of it
    void reject(EntityTag etag, Rejection rejection);

    /// Of work that no message stands behind and nobody else will take over.
    static Lease unlimited() {
        return new Lease() {
            @Override
            public Duration age() {
                return Duration.ZERO;
            }

            @Override
            public boolean isRepeated() {
                return false;
            }

            @Override
            public void askAgain(OriginalKey key) {
                throw new IllegalStateException("a lease without an end is never lost");
            }

            @Override
            public void reject(EntityTag etag, Rejection rejection) {}
        };
    }
}

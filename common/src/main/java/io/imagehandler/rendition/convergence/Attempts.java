package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was tried with each original: who is at work on it, what was found unfit, what died. It
/// saves work and keeps the unfit off; whether renditions come to be right never depends on it.
/// Safe for use by many threads.
///
/// One item for a key, kept 30 days: `etag`, `state` ([State]), `worker`, `renewedAt`, `crashes`,
/// `failures`, `reason`, `engine`.
public interface Attempts {

    /// An open attempt that was not renewed for so long is that of a worker that died, unless the
    /// store was told of another time.
    Duration STALE = Duration.ofMinutes(2);

    /// So many crashes make an original suspect: it is rendered away from all others.
    int SUSPECT = 2;

    /// How an attempt stands.
    enum State {
        /// Somebody is at work, or died.
        OPEN,
        /// It came to its end, or was given up for now.
        CLOSED,
        /// Nothing can be made of these bytes by this engine under these limits.
        REJECTED
    }

    /// Begins to work on the original that carries `tag`, in one conditional write.
    ///
    /// It is ours if there is no item, the item is of another tag, it is closed, or it is open but
    /// not renewed for [#STALE]; it is then open, and `crashes` has grown by one if it was open for
    /// the same tag. Another tag starts with no crashes. A rejection of the same tag stands until
    /// the engine or the limits change.
    Opening open(OriginalKey key, EntityTag tag);

    /// This worker is still at work on what it has open for the key. Called with each heartbeat.
    void renew(OriginalKey key);

    /// Whether the work on `tag` has come to its end before, well or not: it was closed by
    /// [#close], or rejected, and everybody was told.
    boolean hasEnded(OriginalKey key, EntityTag tag);

    /// What earlier attempts found of these very bytes.
    Past past(OriginalKey key, EntityTag tag);

    /// The work on `tag` has ended well: closed, and `failures` is 0 again. Changes no item of
    /// another tag, and none that another worker has taken over.
    void close(OriginalKey key, EntityTag tag);

    /// Nothing can be made of `tag`. Changes no more than [#close].
    void reject(OriginalKey key, EntityTag tag, Rejection rejection);

    /// Counts a failure that will pass, and closes what this worker has open for the key. Not
    /// called by the pass but by whoever sees it fail.
    ///
    /// @return how many there were in a row, 1 and up
    int fail(OriginalKey key, String reason);

    /// Closes what this worker has open for the key and counts nothing: the work was given back by
    /// somebody who could not go on with it, through no fault of the original.
    void release(OriginalKey key);

    /// Closes what this worker has open for the key, which is as good as having died over it: from
    /// now on it is rendered away from all others.
    void suspect(OriginalKey key);

    /// What earlier attempts found.
    ///
    /// @param crashes how many workers died over these very bytes, 0 and up
    /// @param rejection why nothing can be made of them by this engine under these limits; null if
    ///   that is not known
    record Past(int crashes, @Nullable Rejection rejection) {

        /// Of bytes that nothing is known of.
        public static final Past NONE = new Past(0, null);
    }

    /// What came of [#open].
    sealed interface Opening {

        /// It is ours.
        ///
        /// @param crashes how many workers died over these very bytes, 0 and up
        record Ours(int crashes) implements Opening {}

        /// Another pass is at work on the same bytes.
        record Busy() implements Opening {}

        /// These very bytes were found unfit before.
        record Unfit(Rejection rejection) implements Opening {}
    }

    /// Remembers nothing: everybody may work on everything.
    static Attempts none() {
        return new NoAttempts();
    }
}

package io.imagehandler.ondemand.admission;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Whether what is in memory is still of the current original. Safe for use by many threads.
public final class Freshness {

    private final Originals originals;
    private final LongSupplier clock;

    public Freshness(Originals originals) {
        this(originals, System::nanoTime);
    }

    /// @param clock in nanoseconds, as of [System#nanoTime]
    Freshness(Originals originals, LongSupplier clock) {
        this.originals = originals;
        this.clock = clock;
    }

    /// An original that is in memory.
    Version version(OriginalKey key, EntityTag tag) {
        return new Version(key, tag, clock.getAsLong());
    }

    /// An original that was current at some time.
    public final class Version {

        private final ReentrantLock lock = new ReentrantLock();
        private final OriginalKey key;
        private final EntityTag tag;
        private long confirmed;
        private boolean outdated;

        private Version(OriginalKey key, EntityTag tag, long now) {
            this.key = key;
            this.tag = tag;
            this.confirmed = now;
        }

        OriginalKey key() {
            return key;
        }

        /// Whether it is current at some time after this was called. The store is asked, but once
        /// for all who ask while it answers. Once it was not, or nobody could tell, it never is
        /// again.
        public boolean isCurrent() {
            long asked = clock.getAsLong();
            lock.lock();
            try {
                return !outdated && (confirmed - asked > 0 || confirm());
            } finally {
                lock.unlock();
            }
        }

        private boolean confirm() {
            long begun = clock.getAsLong();
            outdated = true;
            outdated = originals.tag(key).filter(tag::equals).isEmpty();
            confirmed = begun;
            return !outdated;
        }
    }
}

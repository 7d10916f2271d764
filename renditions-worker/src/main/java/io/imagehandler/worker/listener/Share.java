package io.imagehandler.worker.listener;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// What backfills may have of the worker: only slots that uploads leave free, and no more than half
/// of them. An upload takes no notice of it: it never waits for a job to make place. Safe for use
/// by many threads.
public final class Share {

    /// Uploads that have filled every slot so lately are likely to have others behind them.
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final int slots;
    private final LongSupplier clock;
    private final AtomicInteger uploads = new AtomicInteger();
    private final AtomicInteger jobs = new AtomicInteger();
    private volatile long full;

    /// @param slots of the worker, 1 and up
    public Share(int slots) {
        this(slots, System::nanoTime);
    }

    /// @param clock in nanoseconds, only ever forward
    Share(int slots, LongSupplier clock) {
        this.slots = slots;
        this.clock = clock;
        this.full = clock.getAsLong() - QUIET.toNanos();
    }

    /// The most jobs at a time, 1 and up.
    public static int most(int slots) {
        return Math.max(1, slots / 2);
    }

    /// Whether another job may begin.
    public boolean hasRoom() {
        int working = uploads.get();
        if (working >= slots) {
            full = clock.getAsLong();
        }
        return working + jobs.get() < slots
                && jobs.get() < most(slots)
                && clock.getAsLong() - full >= QUIET.toNanos();
    }

    /// An upload is worked on, until it is closed.
    Taken upload() {
        if (uploads.incrementAndGet() >= slots) {
            full = clock.getAsLong();
        }
        return uploads::decrementAndGet;
    }

    /// A job is worked on, until it is closed.
    Taken job() {
        jobs.incrementAndGet();
        return jobs::decrementAndGet;
    }

    /// What somebody has.
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }
}

package io.imagehandler.worker.upkeep;

import java.time.Duration;
import java.util.function.LongSupplier;

/// No more than so many originals in a second. For one thread.
public final class Pace {

    private final double perSecond;
    private final LongSupplier clock;
    private long next;

    /// @param perSecond more than 0; may be infinite
    public Pace(double perSecond) {
        this(perSecond, System::nanoTime);
    }

    /// @param clock in nanoseconds, only ever forward
    Pace(double perSecond, LongSupplier clock) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("rate must be more than 0 but is " + perSecond);
        }
        this.perSecond = perSecond;
        this.clock = clock;
        this.next = clock.getAsLong();
    }

    double perSecond() {
        return perSecond;
    }

    /// How long to wait before `originals` more may go. What was not used is not saved up.
    Duration take(int originals) {
        long now = clock.getAsLong();
        long turn = Math.max(next, now);
        next = turn + (long) (originals * 1e9 / perSecond);
        return Duration.ofNanos(turn - now);
    }
}

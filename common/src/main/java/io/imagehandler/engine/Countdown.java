package io.imagehandler.engine;

import io.imagehandler.failure.TooSlow;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// The time that one rendering is given.
///
/// It ends when that much has passed on the clock and the processor has worked that much for the
/// rendering: what is in the way of a good picture on a busy machine is no reason to refuse it. But
/// at twice the time it ends whatever the processor did, because somebody waits. Safe for use by
/// many threads.
public final class Countdown {

    private final long limit;
    private final LongSupplier clock;
    private final LongSupplier processor;
    private final IntSupplier sharers;
    private volatile Marks start;

    /// Begins now.
    ///
    /// @param limit more than 0
    /// @param processor how long it has worked for this rendering and those that it is shared with,
    ///   in nanoseconds since any moment; an upper bound
    /// @param sharers how many renderings share that time now, at least 1
    public Countdown(Duration limit, LongSupplier processor, IntSupplier sharers) {
        this(limit, System::nanoTime, processor, sharers);
    }

    Countdown(Duration limit, LongSupplier clock, LongSupplier processor, IntSupplier sharers) {
        this.limit = limit.toNanos();
        this.clock = clock;
        this.processor = processor;
        this.sharers = sharers;
        this.start = now();
        Deadlines.tell(limit.multipliedBy(2));
    }

    private record Marks(long clock, long processor) {}

    /// Begins anew, for the next picture of several.
    public void restart() {
        start = now();
        Deadlines.tell(Duration.ofNanos(limit).multipliedBy(2));
    }

    /// In so many nanoseconds it is worth asking again; 0 if the time is up.
    public long left() {
        Marks from = start;
        long passed = clock.getAsLong() - from.clock;
        if (passed < limit) {
            return limit - passed;
        }
        long worked = (processor.getAsLong() - from.processor) / sharers.getAsInt();
        return Math.clamp(limit - worked, 0, Math.max(0, 2 * limit - passed));
    }

    public boolean isOver() {
        return left() == 0;
    }

    /// @throws TooSlow if the time is up
    public void check() {
        if (isOver()) {
            throw tooSlow();
        }
    }

    /// What is said of a rendering whose time is up.
    public TooSlow tooSlow() {
        double seconds = limit / 1e9;
        return new TooSlow("the picture takes longer than %.3g s to render".formatted(seconds));
    }

    private Marks now() {
        return new Marks(clock.getAsLong(), processor.getAsLong());
    }
}

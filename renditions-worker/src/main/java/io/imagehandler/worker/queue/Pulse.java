package io.imagehandler.worker.queue;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether the one who polls is alive. Safe for use by many threads.
public final class Pulse {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final LongSupplier clock;
    private volatile boolean begun;
    private volatile long last;

    public Pulse() {
        this(System::nanoTime);
    }

    /// @param clock in nanoseconds, only ever forward
    Pulse(LongSupplier clock) {
        this.clock = clock;
    }

    /// It is at work.
    void beat() {
        last = clock.getAsLong();
        begun = true;
    }

    /// It is asked to stop, so nobody is to wait for it.
    void stop() {
        begun = false;
    }

    /// Whether it gave a sign of life in the last 60 s, or has not begun.
    public boolean isBeating() {
        return !begun || clock.getAsLong() - last < LONGEST_PAUSE.toNanos();
    }
}

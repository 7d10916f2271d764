package io.imagehandler.worker.upkeep;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A line now and then, where there is no terminal.
public final class Lines implements Progress {

    private static final Duration EACH = Duration.ofSeconds(10);

    private final String task;
    private final PrintStream out;
    private final LongSupplier clock;
    private long total;
    private long first;
    private long begun;
    private long told;

    /// @param task what it is about, in a word or two
    public Lines(String task, PrintStream out) {
        this(task, out, System::nanoTime);
    }

    /// @param clock in nanoseconds, only ever forward
    Lines(String task, PrintStream out, LongSupplier clock) {
        this.task = task;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void begin(long all, long done) {
        total = all;
        first = done;
        begun = clock.getAsLong();
        told = begun;
    }

    @Override
    public void reach(long done, long waiting) {
        long now = clock.getAsLong();
        if (now - told < EACH.toNanos()) {
            return;
        }
        told = now;
        double rate = (done - first) / ((now - begun) / 1e9);
        out.printf(
                Locale.ROOT,
                "%s: %d%s done, %.1f/s%s, %d in the queue%n",
                task,
                done,
                total < 0 ? "" : " of " + total,
                rate,
                total < 0 || rate <= 0 ? "" : ", " + Times.told((total - done) / rate) + " left",
                waiting);
    }

    @Override
    public void close() {
        out.flush();
    }
}

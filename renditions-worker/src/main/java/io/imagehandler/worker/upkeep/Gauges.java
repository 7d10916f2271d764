package io.imagehandler.worker.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/// The same as numbers: `backfill.total`, `backfill.done`, `backfill.queued`, `backfill.rate` in
/// originals a second, and `backfill.remaining` in seconds.
public final class Gauges implements Progress {

    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    private volatile long first;
    private volatile long begun = System.nanoTime();

    /// @param task the first part of each name, `backfill` or `reconcile`
    public Gauges(String task, MeterRegistry registry) {
        registry.gauge(task + ".total", total);
        registry.gauge(task + ".done", done);
        registry.gauge(task + ".queued", queued);
        registry.gauge(task + ".rate", this, Gauges::rate);
        registry.gauge(task + ".remaining", this, Gauges::remaining);
    }

    @Override
    public void begin(long all, long before) {
        total.set(all);
        done.set(before);
        first = before;
        begun = System.nanoTime();
    }

    @Override
    public void reach(long now, long waiting) {
        done.set(now);
        queued.set(waiting);
    }

    @Override
    public void close() {
        queued.set(0);
    }

    double rate() {
        return (done.get() - first) / Math.max(1e-9, (System.nanoTime() - begun) / 1e9);
    }

    private double remaining() {
        double rate = rate();
        return rate <= 0 ? Double.NaN : (total.get() - done.get()) / rate;
    }
}

package io.imagehandler.worker.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/// The same as numbers: `backfill.total`, `backfill.done`, `backfill.queued`, `backfill.rate` in
/// originals a second, and `backfill.remaining` in seconds. The registry holds on to them: the
/// first three stay as it ended.
public final class Gauges implements Progress {

    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    private volatile long first;
    private volatile long begun = System.nanoTime();

    /// @param task the first part of each name, `backfill` or `reconcile`
    public Gauges(String task, MeterRegistry registry) {
        register(task + ".total", gauges -> gauges.total.get(), registry);
        register(task + ".done", gauges -> gauges.done.get(), registry);
        register(task + ".queued", gauges -> gauges.queued.get(), registry);
        register(task + ".rate", Gauges::rate, registry);
        register(task + ".remaining", Gauges::remaining, registry);
    }

    private void register(String name, ToDoubleFunction<Gauges> value, MeterRegistry registry) {
        Gauge.builder(name, this, value).strongReference(true).register(registry);
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

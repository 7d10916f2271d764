package io.imagehandler.ondemand;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/// An engine whose renderings wait at a gate, and which adds up what those under way hold by its
/// own estimates.
public final class GatedEngine implements ImageEngine {

    private final DescribingEngine engine = new DescribingEngine();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile ToLongFunction<CheckedImage> cost = _ -> 1_000_000;
    private volatile Runnable event = () -> {};

    /// From now on, renderings wait until [#open].
    public void close() {
        gate = new CountDownLatch(1);
    }

    public void open() {
        gate.countDown();
    }

    /// @param bytes what rendering this source takes besides its file
    public void costs(ToLongFunction<CheckedImage> bytes) {
        cost = bytes;
    }

    /// @param then done in each rendering
    public void during(Runnable then) {
        event = then;
    }

    public int decodes() {
        return engine.decodes();
    }

    /// The most that renderings held at the same time, in bytes.
    public long mostHeld() {
        return mostHeld.get();
    }

    @Override
    public String version() {
        return engine.version();
    }

    @Override
    public Set<SourceFormat> reads() {
        return engine.reads();
    }

    @Override
    public Set<OutputFormat> writes() {
        return engine.writes();
    }

    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return new MemoryEstimate(source.bytes().remaining(), cost.applyAsLong(source), 0, 0);
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        long bytes = memory(source, plans).total();
        mostHeld.accumulateAndGet(held.addAndGet(bytes), Math::max);
        try {
            gate.await();
            event.run();
            return engine.render(source, plans);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            held.addAndGet(-bytes);
        }
    }

    @Override
    public Color average(CheckedImage source) {
        return engine.average(source);
    }
}

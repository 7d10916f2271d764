package io.imagehandler.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.engine.Countdown;
import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// An engine that draws nothing: the bytes of a rendition tell of which source and by which plan it
/// was made.
public final class DescribingEngine implements ImageEngine {

    /// Of the processor's time, for each decode.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicInteger decodes = new AtomicInteger();

    /// How many times a source was decoded.
    public int decodes() {
        return decodes.get();
    }

    @Override
    public String version() {
        return "describing-1";
    }

    @Override
    public Set<SourceFormat> reads() {
        return EnumSet.allOf(SourceFormat.class);
    }

    @Override
    public Set<OutputFormat> writes() {
        return EnumSet.allOf(OutputFormat.class);
    }

    /// A megabyte for each plan.
    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return new MemoryEstimate(
                source.bytes().remaining(),
                source.facts().decodeMemory(),
                plans.size() * 1_000_000L,
                0);
    }

    @Override
    public Color average(CheckedImage source) {
        decodes.incrementAndGet();
        return new Color(1, 2, 255);
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        decodes.incrementAndGet();
        new Countdown(LIMIT, System::nanoTime, () -> 1).check();
        return plans.stream().map(plan -> describe(source, plan)).toList();
    }

    private static EncodedImage describe(CheckedImage source, Plan plan) {
        String description = source.bytes().hashCode() + " " + plan;
        return new EncodedImage(
                plan.encoding().format(),
                plan.size(),
                plan.frames(),
                ByteBuffer.wrap(description.getBytes(UTF_8)));
    }
}

package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/// The engine in pure Java: Thumbnailator scales, ImageIO reads and writes, TwelveMonkeys reads
/// what the JDK cannot. It needs nothing of the machine. Safe for use by many threads.
public final class ThumbnailatorEngine implements ImageEngine {

    static {
        // Sources lie in memory already; a file for each would only cost.
        ImageIO.setUseCache(false);
    }

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(1);

    private final Duration limit;
    private final LongSupplier processor;

    private final String version =
            "thumbnailator-"
                    + Objects.requireNonNullElse(
                            Thumbnails.class.getPackage().getImplementationVersion(), "0");

    /// At most a minute for each rendition.
    public ThumbnailatorEngine() {
        this(USUAL_LIMIT);
    }

    /// @param limit how long one rendition may take; more than 0
    public ThumbnailatorEngine(Duration limit) {
        this(limit, Patience::processorTime);
    }

    ThumbnailatorEngine(Duration limit, LongSupplier processor) {
        this.limit = limit;
        this.processor = processor;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Set<SourceFormat> reads() {
        return EnumSet.of(SourceFormat.JPEG, SourceFormat.PNG, SourceFormat.GIF, SourceFormat.WEBP);
    }

    @Override
    public Set<OutputFormat> writes() {
        return EnumSet.of(OutputFormat.JPEG, OutputFormat.PNG, OutputFormat.GIF);
    }

    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return HeapMemory.of(source, plans);
    }

    @Override
    public Color average(CheckedImage source) {
        return Patience.bounded(
                limit,
                processor,
                () -> {
                    try (var decoded = DecodedSource.of(source)) {
                        return Tones.average(decoded.next().image());
                    }
                });
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        int frames = plans.stream().mapToInt(Plan::frames).max().orElse(0);
        if (frames == 0) {
            return List.of();
        }
        // The frames of all renditions take turns, so their times run together.
        var together = frames == 1 ? limit : limit.multipliedBy(plans.size());
        return Patience.bounded(together, processor, () -> render(source, plans, frames));
    }

    private static List<EncodedImage> render(CheckedImage source, List<Plan> plans, int frames) {
        try (var decoded = DecodedSource.of(source)) {
            int repeats = decoded.repeats();
            var renderings = plans.stream().map(plan -> new Rendering(plan, repeats)).toList();
            for (int i = 0; i < frames; i++) {
                var frame = decoded.next();
                var picture = new Picture(frame.image());
                for (var rendering : renderings) {
                    rendering.add(picture, frame.delay());
                    if (frames == 1) {
                        Patience.restart();
                    }
                }
            }
            return renderings.stream().map(Rendering::finished).toList();
        }
    }
}

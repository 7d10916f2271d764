package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/// The engine in pure Java: Thumbnailator scales, ImageIO reads and writes, TwelveMonkeys reads
/// what the JDK cannot. It needs nothing of the machine. Safe for use by many threads.
public final class ThumbnailatorEngine implements ImageEngine {

    static {
        // Sources lie in memory already; a file for each would only cost.
        ImageIO.setUseCache(false);
    }

    private final String version =
            "thumbnailator-"
                    + Objects.requireNonNullElse(
                            Thumbnails.class.getPackage().getImplementationVersion(), "0");

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
    public Color average(CheckedImage source) {
        throw new IllegalStateException("average of " + source.facts());
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        int frames = plans.stream().mapToInt(Plan::frames).max().orElse(0);
        if (frames == 0) {
            return List.of();
        }
        try (var decoded = DecodedSource.of(source)) {
            var writers = new ArrayList<RenditionWriter>();
            for (var plan : plans) {
                writers.add(RenditionWriter.of(plan, decoded.repeats()));
            }
            for (int i = 0; i < frames; i++) {
                write(decoded.next(), i, plans, writers);
            }
            var renditions = new ArrayList<EncodedImage>();
            for (int i = 0; i < plans.size(); i++) {
                renditions.add(encoded(plans.get(i), writers.get(i)));
            }
            return List.copyOf(renditions);
        }
    }

    private static void write(
            Frame frame, int index, List<Plan> plans, List<RenditionWriter> writers) {
        var picture = new Picture(frame.image());
        for (int i = 0; i < plans.size(); i++) {
            if (index < plans.get(i).frames()) {
                writers.get(i).add(new Frame(Steps.applied(picture, plans.get(i)), frame.delay()));
            }
        }
    }

    private static EncodedImage encoded(Plan plan, RenditionWriter writer) {
        return new EncodedImage(
                plan.encoding().format(), plan.size(), plan.frames(), writer.finish());
    }
}

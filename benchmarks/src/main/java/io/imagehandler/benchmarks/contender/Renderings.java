package io.imagehandler.benchmarks.contender;

import io.imagehandler.benchmarks.measure.Case;
import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.DecodeMemory;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.vips.VipsEngine;
import io.imagehandler.engine.vips.VipsLibrary;
import io.imagehandler.engine.vips.VipsLibrary.Search;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.TransformationGrammar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;

/// This product, from the text of a request to the bytes of a file: parsed, inspected, planned and
/// rendered.
public final class Renderings implements Maker {

    private final ImageEngine engine;
    private final Inspector inspector;
    private final Planner planner;

    Renderings(ImageEngine engine) {
        this.engine = engine;
        // Also AVIF, which is refused where nobody asked for it: what was written is looked at.
        this.inspector = new Inspector(ImageLimits.DEFAULT, DecodeMemory.NATIVE, engine.reads());
        this.planner = new Planner(engine.writes(), ImageLimits.DEFAULT);
    }

    /// With libvips.
    ///
    /// @throws IllegalStateException if there is none
    public static Renderings byVips() {
        return switch (VipsLibrary.find("")) {
            case Search.Found(VipsLibrary library) -> new Renderings(new VipsEngine(library));
            case Search.Absent(String reason) -> throw new IllegalStateException(reason);
        };
    }

    @Override
    public long make(byte[] source, Case wanted) {
        return together(source, List.of(wanted.text()));
    }

    /// All from one decode; how many bytes they have.
    public long together(byte[] source, List<String> texts) {
        return files(source, texts).stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /// All from one decode.
    public List<ByteBuffer> files(byte[] source, List<String> texts) {
        var image = inspector.inspect(ByteBuffer.wrap(source));
        List<Plan> plans =
                texts.stream()
                        .map(TransformationGrammar::parse)
                        .map(text -> planner.plan(text, AcceptClass.NONE, image.facts()))
                        .toList();
        return engine.render(image, plans).stream().map(EncodedImage::bytes).toList();
    }

    /// The pixels of a file that the JDK reads.
    public static BufferedImage image(ByteBuffer file) throws IOException {
        var bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}

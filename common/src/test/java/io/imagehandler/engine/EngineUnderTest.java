package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/// What every part of the contract needs.
interface EngineUnderTest {

    ImageEngine engine();

    /// The picture after these steps, written without loss.
    default BufferedImage drawn(PictureFile source, Size size, Step... steps) {
        return WrittenFile.of(rendered(source, new Encoding.Png(), size, steps)).decoded();
    }

    /// The file after these steps, of one frame.
    default EncodedImage rendered(PictureFile source, Encoding encoding, Size size, Step... steps) {
        return rendered(source, new Plan(List.of(steps), size, 1, encoding));
    }

    default EncodedImage rendered(PictureFile source, Plan plan) {
        assumeReads(source.facts().format());
        assumeWrites(plan.encoding().format());
        var renditions = engine().render(source.checked(), List.of(plan));

        assertThat(renditions).hasSize(1);
        var rendition = renditions.getFirst();
        assertThat(rendition.format()).isEqualTo(plan.encoding().format());
        assertThat(rendition.size()).isEqualTo(plan.size());
        assertThat(rendition.frames()).isEqualTo(plan.frames());
        assertThat(WrittenFile.of(rendition).size()).isEqualTo(plan.size());
        return rendition;
    }

    default void assumeReads(SourceFormat format) {
        assumeTrue(engine().reads().contains(format), () -> "this engine does not read " + format);
    }

    default void assumeWrites(OutputFormat format) {
        assumeTrue(
                engine().writes().contains(format), () -> "this engine does not write " + format);
    }

    /// As good as each format gets.
    static Encoding best(OutputFormat format) {
        return switch (format) {
            case JPEG -> new Encoding.Jpeg(95, false);
            case PNG -> new Encoding.Png();
            case GIF -> new Encoding.Gif();
            case WEBP -> new Encoding.Webp(95);
            case AVIF -> new Encoding.Avif(90);
        };
    }

    /// Fails unless the pixel's red, green, blue and alpha are each within `tolerance`.
    static void assertPixel(BufferedImage image, int x, int y, Color expected, int tolerance) {
        var actual = new Color(image.getRGB(x, y), true);
        int distance =
                Math.max(
                        Math.max(
                                Math.abs(actual.getRed() - expected.getRed()),
                                Math.abs(actual.getGreen() - expected.getGreen())),
                        Math.max(
                                Math.abs(actual.getBlue() - expected.getBlue()),
                                Math.abs(actual.getAlpha() - expected.getAlpha())));
        assertThat(distance)
                .as(
                        "pixel at %d,%d must be %08X but is %08X",
                        x, y, expected.getRGB(), actual.getRGB())
                .isLessThanOrEqualTo(tolerance);
    }

    /// Fails unless the two are alike, pixel for pixel.
    static void assertSame(BufferedImage actual, BufferedImage expected) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                assertPixel(actual, x, y, new Color(expected.getRGB(x, y), true), 0);
            }
        }
    }
}

package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.testpictures.WrittenFile;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Colours of files that only libvips writes, read by both engines.
@ExtendWith(Libvips.class)
class ColorsTest {

    private static List<ImageEngine> engines;

    @BeforeAll
    static void start() {
        engines = List.of(Libvips.engine(), new ThumbnailatorEngine());
    }

    @Test
    void bringsWidePhonePicturesToStandardColors() {
        Function<Picture, Call> wide = p -> transformed(p, "p3", 8).call("jpegsave_buffer");
        assertMiddle(Sources.flat(230, 60, 40, wide), new Color(230, 60, 40), 4);

        Function<Picture, Call> wideLossless = p -> transformed(p, "p3", 8).call("pngsave_buffer");
        assertMiddle(Sources.flat(30, 200, 90, wideLossless), new Color(30, 200, 90), 2);
    }

    @Test
    void bringsSixteenBitsWithAProfileToStandardColors() {
        Function<Picture, Call> deep = p -> transformed(p, "p3", 16).call("pngsave_buffer");

        assertMiddle(Sources.flat(30, 200, 90, deep), new Color(30, 200, 90), 2);
    }

    @Test
    void keepsTheAlphaOfSixteenBitsWithAProfile() {
        Function<Picture, Call> half =
                p ->
                        transformed(p, "p3", 16)
                                .call("bandjoin_const")
                                .set("c", new double[] {32_896})
                                .picture()
                                .call("pngsave_buffer");

        assertMiddle(Sources.flat(30, 200, 90, half), new Color(30, 200, 90, 128), 2);
    }

    /// Far from exact: not all colours can be printed, and there are several ways back.
    @Test
    void bringsInksWithAProfileToStandardColors() {
        Function<Picture, Call> inks = p -> transformed(p, "cmyk", 8).call("jpegsave_buffer");

        assertMiddle(Sources.flat(200, 120, 60, inks), new Color(200, 120, 60), 28);
    }

    private static Picture transformed(Picture picture, String profile, int depth) {
        return picture.call("icc_transform")
                .set("input_profile", "srgb")
                .set("output_profile", profile)
                .set("depth", depth)
                .picture();
    }

    private static void assertMiddle(CheckedImage source, Color expected, int tolerance) {
        assertThat(source.facts().profile()).as("has a profile").isTrue();
        var plan = new Plan(List.of(), source.facts().size(), 1, new Encoding.Png());

        for (var engine : engines) {
            var image = WrittenFile.of(engine.render(source, List.of(plan)).getFirst()).decoded();
            assertClose(new Color(image.getRGB(12, 9), true), expected, tolerance, engine);
        }
    }

    private static void assertClose(
            Color actual, Color expected, int tolerance, ImageEngine engine) {
        assertThat(actual.getRed())
                .as("red of %s", engine.version())
                .isCloseTo(expected.getRed(), within(tolerance));
        assertThat(actual.getGreen())
                .as("green of %s", engine.version())
                .isCloseTo(expected.getGreen(), within(tolerance));
        assertThat(actual.getBlue())
                .as("blue of %s", engine.version())
                .isCloseTo(expected.getBlue(), within(tolerance));
        assertThat(actual.getAlpha())
                .as("alpha of %s", engine.version())
                .isCloseTo(expected.getAlpha(), within(1));
    }
}

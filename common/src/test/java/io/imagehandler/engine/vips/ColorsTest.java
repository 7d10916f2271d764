package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.testpictures.WrittenFile;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Colours of files that only libvips writes.
@ExtendWith(Libvips.class)
class ColorsTest {

    private static ImageEngine engine;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
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

        var image = WrittenFile.of(engine.render(source, List.of(plan)).getFirst()).decoded();
        var actual = new Color(image.getRGB(12, 9), true);
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(tolerance));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(tolerance));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(tolerance));
        assertThat(actual.getAlpha()).isCloseTo(expected.getAlpha(), within(1));
    }
}

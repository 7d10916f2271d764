package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static io.imagehandler.engine.EngineUnderTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All eight EXIF orientations.
interface OrientationContract extends EngineUnderTest {

    String EIGHT =
            """
            1, ### #.. ...
            2, ### ..# ...
            3, ... ..# ###
            4, ... #.. ###
            5, ##. #.. #..
            6, .## ..# ..#
            7, ..# ..# .##
            8, #.. #.. ##.
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EIGHT)
    default void turnsUprightWithoutChangingAPixel(int tag, String upright) {
        var source = Pngs.of(Letters.draw(Letters.F, new Size(4, 6)));
        var orientation = Orientation.ofTag(tag);
        var cell = orientation.upright(new Size(4, 6));

        var image =
                drawn(source, orientation.upright(source.size()), new Step.Upright(orientation));
        assertSame(image, Letters.draw(upright, cell));
    }

    @ParameterizedTest
    @CsvSource(textBlock = EIGHT)
    default void turnsUprightBeforeItScales(int tag, String upright) {
        var letter = Jpegs.baseline(Letters.draw(Letters.F, new Size(120, 80)));
        var source = Jpegs.withOrientation(letter, tag);
        var orientation = Orientation.ofTag(tag);
        var size = orientation.upright(new Size(60, 40));

        var image = drawn(source, size, new Step.Upright(orientation), new Step.Scale(size));
        assertThat(Letters.read(image)).isEqualTo(upright);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void turnsUprightBeforeItCutsAWindowOut(int tag) {
        var source = Pngs.of(Pictures.gradient(new Size(240, 160)));
        var orientation = Orientation.ofTag(tag);
        var upright = new Step.Upright(orientation);
        var scaled = orientation.upright(new Size(120, 80));
        var window = new Size(50, 30);

        var one = drawn(source, window, upright, new Step.ScaleAndCut(scaled, 7, 21, window));
        var two =
                drawn(source, window, upright, new Step.Scale(scaled), new Step.Cut(7, 21, window));
        for (int x = 0; x < 50; x += 7) {
            assertPixel(one, x, x * 30 / 50, new Color(two.getRGB(x, x * 30 / 50)), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void leavesPixelsAsStoredUnlessTold(int tag) {
        var letter = Jpegs.baseline(Letters.draw(Letters.F, new Size(24, 16)));

        var image = drawn(Jpegs.withOrientation(letter, tag), letter.size());
        assertThat(Letters.read(image)).isEqualTo(Letters.F);
    }
}

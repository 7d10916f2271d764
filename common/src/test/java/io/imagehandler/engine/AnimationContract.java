package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Animation;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Gifs.Disposal;
import io.imagehandler.testpictures.Gifs.Frame;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Animated GIFs. Frames are the letters F, then F turned by 90, 180 degrees.
interface AnimationContract extends EngineUnderTest {

    Size CELL = new Size(12, 10);

    @Test
    default void keepsFramesAndDelays() {
        var animation = animated(letters(0), 3);

        assertThat(animation.frames())
                .extracting(Letters::read)
                .containsExactly(Letters.F, ".## ..# ..#", "... ..# ###");
        assertThat(animation.delays()).containsExactly(10, 25, 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    default void keepsHowOftenItIsPlayed(int plays) {
        assertThat(animated(letters(plays), 3).plays()).isEqualTo(plays);
    }

    @Test
    default void takesTheFirstFramesIfToldSo() {
        var animation = animated(letters(0), 2);

        assertThat(animation.frames())
                .extracting(Letters::read)
                .containsExactly(Letters.F, ".## ..# ..#");
        assertThat(animation.delays()).containsExactly(10, 25);
    }

    @Test
    default void treatsEachFrameAlike() {
        var scaled = new Size(24, 21);
        var turned = scaled.turned();
        var animation =
                animated(
                        letters(0),
                        new Plan(
                                List.of(
                                        new Step.Scale(scaled),
                                        new Step.Turn(90, turned, Step.Surroundings.WHITE)),
                                turned,
                                3,
                                new Encoding.Gif()));

        assertThat(animation.frames())
                .extracting(Letters::read)
                .containsExactly(".## ..# ..#", "... ..# ###", "#.. #.. ##.");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "40, 13", "20, 3", "3, 20", "50, 50"})
    default void letsNoFrameIntoItsNeighbours(int width, int height) {
        var cell = new Size(20, 20);
        var scaled = new Size(width, height);
        var source =
                Gifs.of(
                        List.of(
                                Frame.whole(Pictures.flat(cell, Color.RED), 5),
                                Frame.whole(Pictures.flat(cell, Color.BLUE), 5),
                                Frame.whole(Pictures.flat(cell, Color.RED), 5)),
                        0);
        var plan = new Plan(List.of(new Step.Scale(scaled)), scaled, 3, new Encoding.Gif());

        var frames = animated(source, plan).frames();
        for (int frame = 0; frame < 3; frame++) {
            var color = frame == 1 ? Color.BLUE : Color.RED;
            for (int y : new int[] {0, height / 2, height - 1}) {
                assertPixel(frames.get(frame), width / 2, y, color, 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void takesTheFirstFrameOtherwise(OutputFormat format) {
        var source = letters(0);
        var written = rendered(source, EngineUnderTest.best(format), source.size());

        if (format != OutputFormat.AVIF) {
            assertThat(Letters.read(WrittenFile.of(written).decoded())).isEqualTo(Letters.F);
        }
    }

    @Test
    default void showsWhatAViewerShowsWhenFramesArePatches() {
        var patch = Pictures.flat(new Size(10, 10), Color.BLUE);
        // Viewers disagree about the background behind patches without any transparency.
        var clipped = Pictures.of(new Size(10, 10), (x, _) -> x < 9 ? 0xFF0000FF : 0);
        var source =
                Gifs.of(
                        List.of(
                                Frame.whole(Pictures.flat(new Size(40, 30), Color.RED), 5),
                                new Frame(patch, 0, 0, 5, Disposal.KEEP),
                                new Frame(patch, 20, 10, 5, Disposal.PREVIOUS),
                                new Frame(clipped, 30, 20, 5, Disposal.BACKGROUND),
                                new Frame(patch, 10, 0, 5, Disposal.KEEP)),
                        0);

        var expected = Animation.ofGif(source.toArray()).frames();
        var actual = animated(source, 5).frames();
        for (int frame = 0; frame < 5; frame++) {
            for (int[] at : new int[][] {{5, 5}, {15, 5}, {25, 15}, {35, 25}, {5, 25}}) {
                int argb = expected.get(frame).getRGB(at[0], at[1]);
                var color = new Color(argb, true);
                assertPixel(
                        actual.get(frame), at[0], at[1], color, color.getAlpha() == 0 ? 255 : 2);
                assertThat(actual.get(frame).getRGB(at[0], at[1]) >>> 24)
                        .as("alpha at %d,%d of frame %d", at[0], at[1], frame)
                        .isEqualTo(argb >>> 24);
            }
        }
    }

    @Test
    default void keepsTransparentFrames() {
        var frame = Pictures.of(new Size(20, 20), (x, _) -> x < 10 ? 0xFFFF0000 : 0);
        var moved = Pictures.of(new Size(20, 20), (x, _) -> x < 10 ? 0 : 0xFFFF0000);
        var source =
                Gifs.of(
                        List.of(
                                new Frame(frame, 0, 0, 5, Disposal.BACKGROUND),
                                new Frame(moved, 0, 0, 5, Disposal.BACKGROUND)),
                        0);

        var frames = animated(source, 2).frames();
        assertPixel(frames.get(0), 5, 10, Color.RED, 2);
        assertThat(frames.get(0).getRGB(15, 10) >>> 24).isZero();
        assertPixel(frames.get(1), 15, 10, Color.RED, 2);
        assertThat(frames.get(1).getRGB(5, 10) >>> 24).isZero();
    }

    private Animation animated(PictureFile source, int frames) {
        return animated(source, new Plan(List.of(), source.size(), frames, new Encoding.Gif()));
    }

    private Animation animated(PictureFile source, Plan plan) {
        return Animation.ofGif(WrittenFile.of(rendered(source, plan)).bytes());
    }

    private static PictureFile letters(int plays) {
        return Gifs.of(
                List.of(
                        Frame.whole(Letters.draw(Letters.F, CELL), 10),
                        Frame.whole(Letters.draw(".## ..# ..#", CELL), 25),
                        Frame.whole(Letters.draw("... ..# ###", CELL), 7)),
                plays);
    }
}

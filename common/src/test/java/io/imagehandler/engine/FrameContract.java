package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Animation;
import io.imagehandler.testpictures.Bitmaps;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Likeness;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is done to an animation is done to each frame as to a still.
interface FrameContract extends EngineUnderTest {

    Size CARD = new Size(45, 39);

    @ParameterizedTest
    @MethodSource("io.imagehandler.engine.FrameContract#steps")
    default void doesToEachFrameWhatItDoesToAStill(Step step, Size size) {
        var cards = List.of(card(0), card(3), card(7));
        var source = Gifs.of(cards.stream().map(card -> Gifs.Frame.whole(card, 5)).toList(), 0);
        var plan = new Plan(List.of(step), size, 3, new Encoding.Gif());

        var frames = Animation.ofGif(WrittenFile.of(rendered(source, plan)).bytes()).frames();
        for (int i = 0; i < 3; i++) {
            var still = opaqueOrNot(drawn(Pngs.of(cards.get(i)), size, step));
            var likeness = Likeness.of(frames.get(i), still);
            assertThat(likeness.mean()).as("frame %d", i).isLessThan(2);
        }
    }

    static Stream<Object[]> steps() {
        var letters = Bitmaps.of(Pictures.flat(new Size(13, 11), Color.BLACK));
        var parts = List.<Mark.Part>of(new Mark.Part.Letters(letters, 0, 0));
        var mark = new Mark(letters.size(), parts, List.of(), letters.size(), 70);
        return Stream.of(
                new Object[] {new Effect.Brighten(40), CARD},
                new Object[] {new Effect.Contrast(0.6), CARD},
                new Object[] {new Effect.Grey(), CARD},
                new Object[] {new Effect.Blur(2, 4), CARD},
                new Object[] {new Effect.Sharpen(1), CARD},
                new Object[] {new Effect.RoundCorners(15), CARD},
                new Object[] {new Step.Disc(3, 0, 39), new Size(39, 39)},
                new Object[] {new Step.Turn(180, CARD, Step.Surroundings.TRANSPARENT), CARD},
                new Object[] {new Step.Overlay(mark, new Mark.Placement.At(20, 15)), CARD},
                new Object[] {new Step.Overlay(mark, new Mark.Placement.Tiled(5, 4)), CARD});
    }

    /// Nine cells in turned colours.
    private static BufferedImage card(int turn) {
        return Pictures.opaque(
                CARD,
                (x, y) -> {
                    int cell = y * 3 / CARD.height() * 3 + x * 3 / CARD.width();
                    return Pictures.NINE.get((cell + turn) % 9).getRGB();
                });
    }

    /// As a GIF stores it.
    private static BufferedImage opaqueOrNot(BufferedImage image) {
        return Pictures.of(
                new Size(image.getWidth(), image.getHeight()),
                (x, y) -> {
                    int argb = image.getRGB(x, y);
                    return argb >>> 24 < 128 ? 0 : argb | 0xFF000000;
                });
    }
}

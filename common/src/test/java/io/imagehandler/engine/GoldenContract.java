package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Bitmaps;
import io.imagehandler.testpictures.Golden;
import io.imagehandler.testpictures.Likeness;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Looks as it did when somebody last looked at it. Tolerances are distances in CIELAB.
interface GoldenContract extends EngineUnderTest {

    Size VIEW = new Size(120, 80);

    @Test
    default void looksAsBeforeWhenBlurred() {
        assertLooks("landscape-blurred", VIEW, 0.2, 1, new Effect.Blur(4.5, 9));
    }

    @Test
    default void looksAsBeforeWhenSharpened() {
        assertLooks("landscape-sharpened", VIEW, 0.3, 3, new Effect.Sharpen(1.2));
    }

    @Test
    default void looksAsBeforeWhenCutToADisc() {
        assertLooks("landscape-disc", new Size(79, 79), 0.2, 2, new Step.Disc(20, 0, 79));
    }

    @Test
    default void looksAsBeforeWithRoundCorners() {
        assertLooks("landscape-round-corners", VIEW, 0.2, 2, new Effect.RoundCorners(24));
    }

    @Test
    default void looksAsBeforeUnderAMark() {
        var overlay = new Step.Overlay(mark(), new Mark.Placement.At(66, 20));

        assertLooks("landscape-marked", VIEW, 0.2, 3, overlay);
    }

    @Test
    default void looksAsBeforeUnderTiles() {
        var overlay = new Step.Overlay(mark(), new Mark.Placement.Tiled(6, 2));

        assertLooks("landscape-tiled", VIEW, 0.3, 3, overlay);
    }

    /// A ring in two colours, turned; faint.
    private static Mark mark() {
        var size = new Size(48, 30);
        var ring =
                Pictures.of(
                        size,
                        (x, y) -> {
                            double far = Math.hypot((x - 23.5) / 24, (y - 14.5) / 15);
                            int argb = x < y * 2 ? 0xFFFFFFFF : 0xC0D01030;
                            return far > 0.6 && far < 0.95 ? argb : 0;
                        });
        var turned = new Size(57, 50);
        return new Mark(
                size,
                List.of(new Mark.Part.Letters(Bitmaps.of(ring), 0, 0)),
                List.of(new Step.Turn(30, turned, Step.Surroundings.TRANSPARENT)),
                turned,
                80);
    }

    private void assertLooks(String name, Size size, double mean, double most, Step step) {
        var image = drawn(Pngs.of(Pictures.landscape(VIEW)), size, step);

        var likeness = Likeness.of(image, Golden.of(name, image));
        assertThat(likeness.mean()).as(name).isLessThanOrEqualTo(mean);
        assertThat(likeness.most()).as(name).isLessThanOrEqualTo(most);
    }
}

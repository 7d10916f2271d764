package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Animation;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the contract of all engines cannot see.
@ExtendWith(Libvips.class)
class StepsTest {

    private static ImageEngine engine;
    private static Vips vips;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
        vips = new Vips(Libvips.library().functions());
    }

    @Test
    void givesAnimationsColorsThatTheirPaletteLacks() {
        var cell = new Size(20, 20);
        var source =
                Gifs.of(
                        List.of(
                                Gifs.Frame.whole(Pictures.edge(cell, 5), 5),
                                Gifs.Frame.whole(Pictures.edge(cell, 15), 5)),
                        0);
        var canvas = new Size(30, 20);
        var green = new Step.Canvas(canvas, 0, 0, new Color(0, 200, 0));
        var plan = new Plan(List.of(green), canvas, 2, new Encoding.Gif());

        var written = engine.render(source.checked(), List.of(plan)).getFirst();
        assertThat(Animation.ofGif(WrittenFile.of(written).bytes()).frames())
                .extracting(frame -> frame.getRGB(25, 10))
                .containsOnly(0xFF00C800);
    }

    @Test
    void keepsFramesThatAreEqual() {
        assumeTrue(vips.isAtLeast(8, 17), "this libvips runs equal frames together");
        var size = new Size(20, 20);
        var frame = Gifs.Frame.whole(Pictures.edge(size, 5), 5);
        var source = Gifs.of(List.of(frame, frame, frame), 0);
        var plan = new Plan(List.of(), size, 3, new Encoding.Gif());

        var written = engine.render(source.checked(), List.of(plan)).getFirst();
        assertThat(Animation.ofGif(WrittenFile.of(written).bytes()).delays())
                .containsExactly(5, 5, 5);
    }

    @Test
    void isFoundOutAtTheStartIfAnOperationIsMissing() {
        var sharpen = vips.name("VipsSharpen");

        vips.functions().vipsOperationBlockSet(sharpen, 1);
        try {
            assertThatThrownBy(() -> Rehearsal.run(vips)).isInstanceOf(IllegalStateException.class);
        } finally {
            vips.functions().vipsOperationBlockSet(sharpen, 0);
        }
        Rehearsal.run(vips);
    }

    @Test
    void letsGoOfWhatTheStepsBeforeMade() {
        var size = new Size(500, 400);
        long before = vips.functions().vipsTrackedGetMem();

        try (var arena = Arena.ofConfined();
                var stage = new Stage(vips)) {
            var black = Colors.standard(new Session(vips, arena).black(size, 3));
            var steps = Collections.nCopies(24, new Effect.Blur(1.1, 1));
            Steps.apply(stage, Frames.still(black), List.copyOf(steps));

            assertThat(vips.functions().vipsTrackedGetMem() - before)
                    .as("bytes of a few pictures, not of 24: libvips' threads keep some buffers")
                    .isLessThan(8 * 3 * size.pixels());
        }
    }

    @Test
    void givesAllMemoryBack() {
        var size = new Size(100, 80);
        var source = Pngs.of(Pictures.noise(size));
        var part = new Mark.Part.Picture(source.checked(), List.of(), size, 0, 0);
        var mark = new Mark(size, List.of(part), List.of(), size, 50);
        var plan =
                new Plan(
                        List.of(
                                new Effect.Sharpen(1),
                                new Step.Overlay(mark, new Mark.Placement.At(5, 5)),
                                new Step.AttentionCut(new Size(50, 50))),
                        new Size(50, 50),
                        1,
                        new Encoding.Png());

        engine.render(source.checked(), List.of(plan));
        engine.average(source.checked());
        Libvips.awaitAllGivenBack();
    }
}

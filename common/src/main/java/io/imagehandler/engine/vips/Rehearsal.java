package io.imagehandler.engine.vips;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/// Carries out every kind of step once, so that a libvips without one of its operations is found
/// out at the start and not by a request.
final class Rehearsal {

    private static final Size SIZE = new Size(16, 16);
    private static final Size TURNED = new Size(22, 22);

    private Rehearsal() {}

    /// @throws IllegalStateException if this libvips lacks an operation
    static void run(Vips vips) {
        try (var stage = new Stage(vips)) {
            var black = Colors.standard(stage.session().black(SIZE, 3));
            Frames made = Steps.apply(stage, Frames.still(black), steps());
            Average.of(made.pictures().getFirst());
        } catch (VipsFailure failure) {
            throw new IllegalStateException("this libvips lacks an operation", failure);
        }
    }

    /// All of them on an opaque picture, then on one that has alpha.
    private static List<Step> steps() {
        return Stream.of(
                        effects(),
                        Stream.of(
                                new Step.Turn(30, TURNED, Step.Surroundings.TRANSPARENT),
                                new Step.Scale(new Size(40, 30)),
                                new Step.ScaleAndCut(new Size(20, 20), 2, 1, SIZE)),
                        effects(),
                        Stream.of(
                                new Step.Canvas(TURNED, 3, 3, Color.WHITE),
                                new Step.AttentionCut(SIZE),
                                new Step.Disc(0, 0, 15)))
                .<Step>flatMap(steps -> steps)
                .toList();
    }

    private static Stream<Step> effects() {
        return Stream.of(
                new Effect.Blur(1.5, 3),
                new Effect.Brighten(9),
                new Effect.Contrast(1.5),
                new Effect.Sharpen(1),
                new Effect.Grey(),
                new Step.Overlay(mark(), new Mark.Placement.At(-1, 14)),
                new Step.Overlay(mark(), new Mark.Placement.Tiled(1, 2)),
                new Effect.RoundCorners(3));
    }

    private static Mark mark() {
        var size = new Size(4, 3);
        var letters = new Bitmap(size, ByteBuffer.allocate(4 * 4 * 3));
        return new Mark(size, List.of(new Mark.Part.Letters(letters, 0, 0)), List.of(), size, 50);
    }
}

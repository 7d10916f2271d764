package io.imagehandler.engine.plan;

import io.imagehandler.engine.plan.Mark.Placement;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Watermark;
import io.imagehandler.transformation.Watermark.Position;
import java.util.Optional;

/// Where marks go.
///
/// A mark can be far larger than what is seen of it: long text is. So only what is seen is drawn,
/// if the mark is not turned or scaled as a whole.
final class Placing {

    private Placing() {}

    /// What is seen of a mark that is finished as it is sketched; nothing if it lies outside.
    static Optional<Step> seen(Sketch sketch, Watermark watermark, Size picture) {
        Size size = sketch.canvas();
        return switch (watermark.position()) {
            case Position.Anchored anchored -> {
                Placement.At at = at(anchored, size, picture);
                yield Window.seen(at.left(), at.top(), size, picture)
                        .map(seen ->
                                new Step.Overlay(
                                        sketch.draw(seen, watermark.opacity()),
                                        new Placement.At(
                                                at.left() + seen.left(), at.top() + seen.top())));
            }
            case Position.Tiled(int gapX, int gapY) -> {
                // What is not drawn of a mark that is larger than the picture is part of the gap.
                Size seen = Proportions.smaller(size, picture);
                var placement =
                        new Placement.Tiled(
                                gapX + size.width() - seen.width(),
                                gapY + size.height() - seen.height());
                Mark mark = sketch.draw(new Window(0, 0, seen), watermark.opacity());
                yield Optional.of(new Step.Overlay(mark, placement));
            }
        };
    }

    /// The whole mark, finished by these steps; nothing if it lies outside.
    static Optional<Step> whole(Sketch sketch, Progress finish, Watermark watermark, Size picture) {
        Size size = finish.size();
        Placement placement =
                switch (watermark.position()) {
                    case Position.Anchored anchored -> at(anchored, size, picture);
                    case Position.Tiled(int gapX, int gapY) -> new Placement.Tiled(gapX, gapY);
                };
        boolean outside =
                placement instanceof Placement.At(int left, int top)
                        && Window.seen(left, top, size, picture).isEmpty();
        return outside
                ? Optional.empty()
                : Optional.of(
                        new Step.Overlay(sketch.draw(finish, watermark.opacity()), placement));
    }

    private static Placement.At at(Position.Anchored anchored, Size mark, Size picture) {
        var gravity = anchored.gravity();
        int left = gravity.left(picture.width(), mark.width(), anchored.x());
        int top = gravity.top(picture.height(), mark.height(), anchored.y());
        return new Placement.At(left, top + anchored.shift());
    }
}

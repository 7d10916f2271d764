package io.imagehandler.engine.plan;

import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Watermark.Arrangement;
import java.util.List;
import java.util.Optional;

/// A mark before it is drawn: what lies where on its canvas.
record Sketch(Size canvas, List<Placed> pieces) {

    /// A piece with its upper left corner at (`left`, `top`).
    private record Placed(Piece piece, int left, int top) {

        private Optional<Part> drawn(Window window) {
            return window.shows(left, top, piece.size())
                    .map(seen ->
                            piece.draw(
                                    seen,
                                    left + seen.left() - window.left(),
                                    top + seen.top() - window.top()));
        }
    }

    static Sketch of(Piece piece) {
        return new Sketch(piece.size(), List.of(new Placed(piece, 0, 0)));
    }

    static Sketch of(Piece text, Piece picture, Arrangement arrangement) {
        Piece first = arrangement.textFirst() ? text : picture;
        Piece second = arrangement.textFirst() ? picture : text;
        int gap = first.size().width() + arrangement.interval();
        int height = Math.max(first.size().height(), second.size().height());
        return new Sketch(
                new Size(gap + second.size().width(), height),
                List.of(
                        new Placed(
                                first, 0, arrangement.align().top(height, first.size().height())),
                        new Placed(
                                second,
                                gap,
                                arrangement.align().top(height, second.size().height()))));
    }

    /// The part that `window` shows.
    Mark draw(Window window, int opacity) {
        return new Mark(window.size(), parts(window), List.of(), window.size(), opacity);
    }

    /// The whole of it, finished by these steps.
    Mark draw(Progress finish, int opacity) {
        List<Part> parts = parts(new Window(0, 0, canvas));
        return new Mark(canvas, parts, finish.steps(), finish.size(), opacity);
    }

    private List<Part> parts(Window window) {
        return pieces.stream()
                .map(placed -> placed.drawn(window))
                .<Part>flatMap(Optional::stream)
                .toList();
    }
}

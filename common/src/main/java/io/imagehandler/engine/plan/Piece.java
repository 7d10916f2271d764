package io.imagehandler.engine.plan;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.transformation.Size;
import java.util.ArrayList;
import java.util.List;

/// What a mark is made of, before it is drawn.
sealed interface Piece {

    Size size();

    /// The part that `window` shows, to be drawn at (`left`, `top`) of a canvas.
    Part draw(Window window, int left, int top);

    /// A line of text.
    record Letters(Typesetting.Line line) implements Piece {
        @Override
        public Size size() {
            return line.size();
        }

        @Override
        public Part draw(Window window, int left, int top) {
            return new Part.Letters(
                    line.draw(window.left(), window.top(), window.size()), left, top);
        }
    }

    /// A picture, and what is done to it.
    record Picture(CheckedImage image, List<Step> steps, Size size) implements Piece {

        Picture(CheckedImage image, Progress progress) {
            this(image, progress.steps(), progress.size());
        }

        @Override
        public Part draw(Window window, int left, int top) {
            var all = new ArrayList<>(steps);
            if (!window.size().equals(size)) {
                all.add(new Step.Cut(window.left(), window.top(), window.size()));
            }
            return new Part.Picture(image, all, window.size(), left, top);
        }
    }
}

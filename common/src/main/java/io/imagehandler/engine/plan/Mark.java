package io.imagehandler.engine.plan;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.transformation.Size;
import java.util.List;

/// What a watermark puts on a picture: parts on a transparent canvas, then steps, then fainter.
///
/// @param canvas what the parts are drawn on
/// @param parts in the order in which they are drawn, each over the ones before
/// @param steps done to the whole canvas
/// @param size of the finished mark, after the steps
/// @param opacity 0 to 100: every alpha value of the finished mark times opacity / 100
public record Mark(Size canvas, List<Part> parts, List<Step> steps, Size size, int opacity) {

    public Mark {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /// Something with its upper left corner at (`left`, `top`) of the canvas.
    public sealed interface Part {

        int left();

        int top();

        /// Drawn letters.
        record Letters(Bitmap bitmap, int left, int top) implements Part {}

        /// The first frame of another picture.
        ///
        /// @param steps done to it first
        /// @param size after the steps
        record Picture(CheckedImage image, List<Step> steps, Size size, int left, int top)
                implements Part {

            public Picture {
                steps = List.copyOf(steps);
            }
        }
    }

    /// Where the finished mark goes. What lies outside the picture is cut off.
    public sealed interface Placement {

        /// Once, its upper left corner at (`left`, `top`), which may be negative.
        record At(int left, int top) implements Placement {}

        /// Over and over from (0, 0), with these gaps in pixels, at least 0.
        record Tiled(int gapX, int gapY) implements Placement {}
    }
}

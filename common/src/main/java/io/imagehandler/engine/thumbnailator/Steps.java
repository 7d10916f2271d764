package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What each step does to pixels.
final class Steps {

    private Steps() {}

    /// The picture after all steps of the plan; the source itself is not changed.
    static BufferedImage applied(Picture source, Plan plan) {
        var picture = source;
        for (var step : smallFirst(plan.steps())) {
            var image = applied(picture, step);
            picture = image.equals(picture.image()) ? picture : new Picture(image);
        }
        return picture.image();
    }

    private static BufferedImage applied(Picture picture, Step step) {
        var image = picture.image();
        return switch (step) {
            case Step.Upright(Orientation to) ->
                    Turning.quarters(image, to.mirrored(), to.degrees());
            case Step.Scale(Size size) ->
                    size.equals(picture.size())
                            ? image
                            : picture.scaled(new Step.ScaleAndCut(size, 0, 0, size));
            case Step.ScaleAndCut all -> picture.scaled(all);
            case Step.Cut(int left, int top, Size window) ->
                    Pixels.cut(
                            image, left, top, Pixels.blank(image, window.width(), window.height()));
            case Step.Canvas canvas -> onCanvas(image, canvas);
            case Step.Turn(int degrees, Size size, var _) ->
                    degrees % 90 == 0
                            ? Turning.quarters(image, false, degrees)
                            : Turning.any(image, degrees, size);
            case Step.AttentionCut _, Step.Disc _, Effect _, Step.Overlay _ ->
                    throw new IllegalStateException("comes next: " + step);
        };
    }

    private static BufferedImage onCanvas(BufferedImage image, Step.Canvas step) {
        var canvas = Pixels.blank(image, step.size().width(), step.size().height());
        Arrays.fill(Pixels.data(canvas), argb(step.color()));
        Pixels.copy(image, canvas, step.left(), step.top());
        return canvas;
    }

    private static int argb(Color color) {
        return 0xFF000000 | color.red() << 16 | color.green() << 8 | color.blue();
    }

    /// The same steps, but scaled before it is turned upright: that leaves fewer pixels to turn.
    private static List<Step> smallFirst(List<Step> steps) {
        if (steps.size() < 2 || !(steps.getFirst() instanceof Step.Upright(Orientation to))) {
            return steps;
        }
        var swapped = new ArrayList<>(steps);
        swapped.set(1, steps.getFirst());
        return switch (steps.get(1)) {
            case Step.Scale(Size size) -> {
                swapped.set(0, new Step.Scale(to.upright(size)));
                yield swapped;
            }
            case Step.ScaleAndCut all -> {
                swapped.set(0, asStored(all, to));
                yield swapped;
            }
            case Step.Cut _, Step.Canvas _, Step.Turn _, Step.Upright _ -> steps;
            case Step.AttentionCut _, Step.Disc _, Effect _, Step.Overlay _ -> steps;
        };
    }

    /// The same window in the picture as it lies before it is turned.
    private static Step.ScaleAndCut asStored(Step.ScaleAndCut upright, Orientation to) {
        int right = upright.scaled().width() - upright.left() - upright.window().width();
        int bottom = upright.scaled().height() - upright.top() - upright.window().height();
        int left =
                switch (to.degrees()) {
                    case 0 -> upright.left();
                    case 90 -> upright.top();
                    case 180 -> right;
                    default -> bottom;
                };
        int top =
                switch (to.degrees()) {
                    case 0 -> upright.top();
                    case 90 -> right;
                    case 180 -> bottom;
                    default -> upright.left();
                };
        var scaled = to.upright(upright.scaled());
        var window = to.upright(upright.window());
        int mirrored = to.mirrored() ? scaled.width() - left - window.width() : left;
        return new Step.ScaleAndCut(scaled, mirrored, top, window);
    }
}

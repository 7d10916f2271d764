package io.imagehandler.engine.vips;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.util.ArrayList;
import java.util.List;

/// Carries out the steps of a plan.
final class Steps {

    /// Of `VipsExtend`.
    private static final int EXTEND_BACKGROUND = 5;

    private Steps() {}

    /// The same steps with a scaling or cutting before the turning upright, not behind it: so less
    /// is turned, and a file can be decoded from top to bottom.
    static List<Step> cheapestFirst(List<Step> steps, Size stored) {
        if (steps.size() < 2 || !(steps.getFirst() instanceof Step.Upright upright)) {
            return steps;
        }
        var changed = new ArrayList<>(steps);
        changed.set(0, beforeUpright(steps.get(1), upright, stored));
        changed.set(1, upright);
        return changed.getFirst().equals(upright) ? steps : List.copyOf(changed);
    }

    /// The picture after all of these steps, in standard colours.
    static Picture apply(Picture picture, List<Step> steps) {
        Picture result = picture;
        for (Step step : steps) {
            result = apply(takesAnyColors(step) ? result : Colors.standard(result), step);
        }
        return Colors.standard(result);
    }

    /// Whether the step works in whatever colours: then there are fewer pixels to convert after it.
    private static boolean takesAnyColors(Step step) {
        return switch (step) {
            case Step.Scale _, Step.ScaleAndCut _, Step.Cut _ -> true;
            case Step.Upright _, Step.Canvas _, Step.Turn _, Step.AttentionCut _, Step.Disc _ ->
                    false;
            case Effect _, Step.Overlay _ -> false;
        };
    }

    private static Picture apply(Picture picture, Step step) {
        return switch (step) {
            case Step.Upright(var orientation) -> Turning.upright(picture, orientation);
            case Step.Scale(Size size) -> Scaling.scaled(picture, size);
            case Step.ScaleAndCut(Size scaled, int left, int top, Size window) ->
                    Scaling.scaledAndCut(picture, scaled, new Window(left, top, window));
            case Step.Cut(int left, int top, Size window) ->
                    picture.cut(new Window(left, top, window));
            case Step.Canvas(Size size, int left, int top, Color color) ->
                    onCanvas(picture, new Window(left, top, size), color);
            case Step.Turn(int degrees, Size size, var _) -> Turning.turned(picture, degrees, size);
            case Step.AttentionCut _, Step.Disc _, Effect _, Step.Overlay _ ->
                    throw new IllegalStateException("comes next: " + step);
        };
    }

    private static Step beforeUpright(Step step, Step.Upright upright, Size stored) {
        var orientation = upright.orientation();
        return switch (step) {
            case Step.Scale(Size size) -> new Step.Scale(orientation.upright(size));
            case Step.ScaleAndCut(Size scaled, int left, int top, Size size) -> {
                var window = new Window(left, top, size).stored(orientation, scaled);
                yield new Step.ScaleAndCut(
                        orientation.upright(scaled), window.left(), window.top(), window.size());
            }
            case Step.Cut(int left, int top, Size size) -> {
                var whole = orientation.upright(stored);
                var window = new Window(left, top, size).stored(orientation, whole);
                yield new Step.Cut(window.left(), window.top(), window.size());
            }
            case Step.Upright _, Step.Canvas _, Step.Turn _, Step.AttentionCut _ -> upright;
            case Step.Disc _, Effect _, Step.Overlay _ -> upright;
        };
    }

    private static Picture onCanvas(Picture picture, Window canvas, Color color) {
        double[] rgb = {color.red(), color.green(), color.blue()};
        double[] rgba = {color.red(), color.green(), color.blue(), 255};
        return picture.call("embed")
                .set("x", canvas.left())
                .set("y", canvas.top())
                .set("width", canvas.size().width())
                .set("height", canvas.size().height())
                .set("extend", EXTEND_BACKGROUND)
                .set("background", picture.alpha() ? rgba : rgb)
                .picture();
    }
}

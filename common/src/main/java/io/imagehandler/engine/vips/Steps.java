package io.imagehandler.engine.vips;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Mark;
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

    /// The frames after all of these steps, in standard colours; each frame by itself.
    static Frames apply(Stage stage, Frames frames, List<Step> steps) {
        Frames result = stage.enter(frames);
        for (Step step : steps) {
            result = apply(stage, prepared(stage, result, step), step);
        }
        return result.everywhere(Colors::standard);
    }

    private static Frames prepared(Stage stage, Frames frames, Step step) {
        return switch (step) {
            // In whatever colours: then there are fewer pixels to convert after it.
            case Step.Scale _, Step.ScaleAndCut _, Step.Cut _ -> frames;
            case Step.Upright _, Step.Turn _, Step.Canvas _, Step.Disc _ ->
                    frames.everywhere(Colors::standard);
            case Effect.Brighten _, Effect.Contrast _, Effect.Grey _, Effect.RoundCorners _ ->
                    frames.everywhere(Colors::standard);
            // These read a pixel many times, and would have it made anew each time.
            case Step.AttentionCut _, Step.Overlay _, Effect.Blur _, Effect.Sharpen _ ->
                    stage.settled(frames.everywhere(Colors::standard));
        };
    }

    private static Frames apply(Stage stage, Frames frames, Step step) {
        return switch (step) {
            case Step.Upright(var orientation) -> frames.each(p -> Turning.upright(p, orientation));
            case Step.Scale(Size size) -> Scaling.scaled(frames, size);
            case Step.ScaleAndCut(Size scaled, int left, int top, Size size) -> {
                var window = new Window(left, top, size);
                yield Scaling.scaledAndCut(frames, scaled, window);
            }
            case Step.Cut(int left, int top, Size size) -> cut(frames, new Window(left, top, size));
            case Step.AttentionCut(Size size) ->
                    cut(frames, Attention.window(frames.pictures().getFirst(), size));
            case Step.Canvas(Size size, int left, int top, Color color) -> {
                var canvas = new Window(left, top, size);
                yield frames.eachInAnyColors(p -> onCanvas(p, canvas, color));
            }
            case Step.Turn(int degrees, Size size, var surroundings) ->
                    frames.eachInAnyColors(p -> Turning.turned(p, degrees, size, surroundings));
            case Step.Disc(int left, int top, int side) ->
                    frames.eachInAnyColors(p -> Shapes.disc(p, left, top, side));
            case Effect effect -> frames.eachInAnyColors(p -> changed(p, effect));
            case Step.Overlay(Mark mark, Mark.Placement placement) -> {
                Picture drawn = Marks.drawn(stage.session(), mark);
                yield frames.eachInAnyColors(p -> Overlaying.over(p, drawn, placement));
            }
        };
    }

    private static Picture changed(Picture picture, Effect effect) {
        return switch (effect) {
            case Effect.Blur(double sigma, int radius) -> Sharpness.blurred(picture, sigma, radius);
            case Effect.Sharpen(double sigma) -> Sharpness.sharpened(picture, sigma);
            case Effect.Brighten(int by) -> Tones.brightened(picture, by);
            case Effect.Contrast(double factor) -> Tones.contrasted(picture, factor);
            case Effect.Grey() -> Tones.grey(picture);
            case Effect.RoundCorners(int radius) -> Shapes.rounded(picture, radius);
        };
    }

    private static Frames cut(Frames frames, Window window) {
        return frames.each(picture -> picture.cut(window));
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

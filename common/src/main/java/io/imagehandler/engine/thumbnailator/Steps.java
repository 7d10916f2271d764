package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each step does to pixels.
final class Steps {

    private Steps() {}

    static Change change(Step step) {
        return switch (step) {
            case Step.Upright(Orientation to) ->
                    picture -> Turning.quarters(picture.image(), to.mirrored(), to.degrees());
            case Step.Scale(Size size) ->
                    picture ->
                            size.equals(picture.size())
                                    ? picture.image()
                                    : picture.scaled(new Step.ScaleAndCut(size, 0, 0, size));
            case Step.ScaleAndCut all -> picture -> picture.scaled(all);
            case Step.Cut cut -> picture -> cut(picture.image(), cut);
            case Step.Canvas canvas -> picture -> onCanvas(picture.image(), canvas);
            case Step.Turn turn -> picture -> turned(picture.image(), turn);
            case Step.AttentionCut(Size window) -> new FirstDecides(window);
            case Step.Disc(int left, int top, int side) ->
                    picture -> Shapes.disc(picture.image(), left, top, side);
            case Step.Overlay overlay -> new Marking(overlay);
            case Effect effect -> picture -> applied(picture.image(), effect);
        };
    }

    private static BufferedImage applied(BufferedImage image, Effect effect) {
        return switch (effect) {
            case Effect.Blur(double sigma, int radius) -> Sharpness.blurred(image, sigma, radius);
            case Effect.Brighten(int by) -> Tones.brightened(image, by);
            case Effect.Contrast(double factor) -> Tones.contrasted(image, factor);
            case Effect.Sharpen(double sigma) -> Sharpness.sharpened(image, sigma);
            case Effect.Grey() -> Tones.grey(image);
            case Effect.RoundCorners(int radius) -> Shapes.rounded(image, radius);
        };
    }

    private static BufferedImage cut(BufferedImage image, Step.Cut cut) {
        var window = Pixels.blank(image, cut.window().width(), cut.window().height());
        return Pixels.cut(image, cut.left(), cut.top(), window);
    }

    private static BufferedImage turned(BufferedImage image, Step.Turn turn) {
        return turn.degrees() % 90 == 0
                ? Turning.quarters(image, false, turn.degrees())
                : Turning.any(image, turn);
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
    static List<Step> smallFirst(List<Step> steps) {
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

    /// Cuts the same window out of every frame.
    private static final class FirstDecides implements Change {

        private final Size size;
        private Step.@Nullable Cut window;

        FirstDecides(Size size) {
            this.size = size;
        }

        @Override
        public BufferedImage of(Picture picture) {
            if (window == null) {
                window = Attention.window(picture, size);
            }
            return cut(picture.image(), window);
        }
    }
}

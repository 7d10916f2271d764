package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Crop;
import io.imagehandler.transformation.Gravity;
import io.imagehandler.transformation.Operation;
import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Resize.Fit;
import io.imagehandler.transformation.Rotate;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import java.util.ArrayList;
import java.util.List;

/// The steps that one source goes through, each computed from the size that the one before leaves.
/// Steps that change nothing are left out.
final class Geometry {

    private final List<Step> steps = new ArrayList<>();
    private final ResultLimits limits;
    private final boolean enlargeable;
    private Size size;
    private Size largest;

    private Geometry(ImageFacts facts, ResultLimits limits) {
        this.limits = limits;
        this.enlargeable = facts.format() != SourceFormat.GIF;
        this.size = facts.size();
        this.largest = size;
    }

    /// @throws InvalidArgument if a window lies outside, or a result is too large
    static Geometry of(Transformation transformation, ImageFacts facts, ResultLimits limits) {
        var geometry = new Geometry(facts, limits);
        if (transformation.output().autoOrient()) {
            geometry.orient(facts.orientation());
        }
        transformation.operations().forEach(geometry::apply);
        return geometry;
    }

    List<Step> steps() {
        return steps;
    }

    /// One frame of the result.
    Size size() {
        return size;
    }

    /// The picture with the most pixels on the way, the source included.
    Size largest() {
        return largest;
    }

    private void orient(Orientation orientation) {
        if (orientation != Orientation.UPRIGHT) {
            add(new Step.Upright(orientation), orientation.upright(size));
        }
    }

    private void apply(Operation operation) {
        switch (operation) {
            case Crop crop -> crop(crop);
            case Resize resize -> resize(resize);
            case Rotate rotate -> rotate(rotate);
        }
    }

    private void resize(Resize resize) {
        Size before = size;
        switch (resize) {
            case Resize.ByPercent(int percent) ->
                    scale(Proportions.scaled(size, enlargeable ? percent : Math.min(percent, 100)));
            case Resize.ToLength(Resize.Side side, int length, boolean enlarges) ->
                    scale(Proportions.toLength(size, side, limited(side, length, enlarges)));
            case Resize.ToBox(Resize.Box box, Fit fit, boolean enlarges) ->
                    fit(box.around(size), fit, enlarges && enlargeable);
        }
        limits.allow("resize", before, size);
    }

    private int limited(Resize.Side side, int length, boolean enlarges) {
        return enlarges && enlargeable ? length : Math.min(length, Proportions.length(size, side));
    }

    private void fit(Size asked, Fit fit, boolean enlarges) {
        Size box = enlarges ? asked : smaller(asked, size);
        switch (fit) {
            case Fit.Inside() -> scale(Proportions.inside(size, box));
            case Fit.Cover() -> scale(Proportions.covering(size, box));
            case Fit.Fill() -> fill(box);
            case Fit.Stretch() -> scale(box);
            case Fit.Pad pad -> {
                scale(Proportions.inside(size, box));
                pad(asked, pad);
            }
        }
    }

    private static Size smaller(Size one, Size other) {
        return new Size(
                Math.min(one.width(), other.width()), Math.min(one.height(), other.height()));
    }

    private void scale(Size target) {
        if (!target.equals(size)) {
            add(new Step.Scale(target), target);
        }
    }

    private void fill(Size box) {
        Size covering = Proportions.covering(size, box);
        int left = Gravity.CENTER.left(covering.width(), box.width());
        int top = Gravity.CENTER.top(covering.height(), box.height());
        if (covering.equals(box)) {
            scale(box);
        } else if (covering.equals(size)) {
            cut(left, top, box);
        } else {
            add(new Step.ScaleAndCut(covering, left, top, box), box);
        }
    }

    private void pad(Size canvas, Fit.Pad pad) {
        if (!canvas.equals(size)) {
            int left = Gravity.CENTER.left(canvas.width(), size.width());
            int top = Gravity.CENTER.top(canvas.height(), size.height());
            add(new Step.Canvas(canvas, left, top, pad.color()), canvas);
        }
    }

    private void crop(Crop crop) {
        Size window = smaller(size, new Size(orAll(crop.width()), orAll(crop.height())));
        int left = crop.gravity().left(size.width(), window.width()) + crop.x();
        int top = crop.gravity().top(size.height(), window.height()) + crop.y();
        if (left >= size.width()) {
            throw outOfImage("crop.x", left, size.width());
        }
        if (top >= size.height()) {
            throw outOfImage("crop.y", top, size.height());
        }
        cut(left, top, smaller(window, new Size(size.width() - left, size.height() - top)));
    }

    private static int orAll(int length) {
        return length == 0 ? Integer.MAX_VALUE : length;
    }

    private static InvalidArgument outOfImage(String parameter, int origin, int length) {
        String allowed = "an origin below " + length;
        return new InvalidArgument(parameter, "" + origin, allowed, "is out of image");
    }

    private void cut(int left, int top, Size window) {
        if (!window.equals(size)) {
            add(new Step.Cut(left, top, window), window);
        }
    }

    private void rotate(Rotate rotate) {
        Size turned = Proportions.turned(size, rotate.degrees());
        limits.allow("rotate", size, turned);
        add(new Step.Turn(rotate.degrees(), turned, Step.Surroundings.WHITE), turned);
    }

    private void add(Step step, Size result) {
        steps.add(step);
        size = result;
        largest = result.pixels() > largest.pixels() ? result : largest;
    }
}

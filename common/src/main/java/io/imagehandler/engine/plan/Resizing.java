package io.imagehandler.engine.plan;

import io.imagehandler.transformation.Gravity;
import io.imagehandler.transformation.MarkOperation.ToShare;
import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Resize.Fit;
import io.imagehandler.transformation.Size;

/// Scales the picture at hand. Steps that change nothing are left out.
///
/// @param enlargeable whether the picture may become larger than it is where that is asked for
record Resizing(Progress progress, boolean enlargeable, ResultLimits limits) {

    /// @throws io.imagehandler.failure.InvalidArgument if the result is too large
    void resize(Resize resize) {
        Size before = progress.size();
        switch (resize) {
            case Resize.ByPercent(int percent) ->
                    scale(
                            Proportions.scaled(
                                    before, enlargeable ? percent : Math.min(percent, 100)));
            case Resize.ToLength(Resize.Side side, int length, boolean enlarges) ->
                    scale(Proportions.toLength(before, side, limited(side, length, enlarges)));
            case Resize.ToBox(Resize.Box box, Fit fit, boolean enlarges) ->
                    fit(box.around(before), fit, enlarges && enlargeable);
        }
        limits.allow("resize", before, progress.size());
    }

    /// @param marked the picture of which the mark takes a share
    /// @throws io.imagehandler.failure.InvalidArgument if the result is too large
    void toShare(ToShare share, Size marked) {
        Size before = progress.size();
        scale(Proportions.inside(before, Proportions.share(marked, share.percent())));
        limits.allow("resize", before, progress.size());
    }

    private int limited(Resize.Side side, int length, boolean enlarges) {
        return enlarges && enlargeable
                ? length
                : Math.min(length, Proportions.length(progress.size(), side));
    }

    private void fit(Size asked, Fit fit, boolean enlarges) {
        Size size = progress.size();
        Size box = enlarges ? asked : Proportions.smaller(asked, size);
        switch (fit) {
            case Fit.Inside() -> scale(Proportions.inside(size, box));
            case Fit.Cover() -> scale(Proportions.covering(size, box));
            case Fit.Fill() -> fill(box);
            case Fit.AttentionFill() -> fillAttentively(box);
            case Fit.Stretch() -> scale(box);
            case Fit.Pad pad -> {
                scale(Proportions.inside(size, box));
                pad(asked, pad);
            }
        }
    }

    private void scale(Size target) {
        if (!target.equals(progress.size())) {
            progress.add(new Step.Scale(target), target);
        }
    }

    private void fill(Size box) {
        Size covering = Proportions.covering(progress.size(), box);
        int left = Gravity.CENTER.left(covering.width(), box.width());
        int top = Gravity.CENTER.top(covering.height(), box.height());
        if (covering.equals(box)) {
            scale(box);
        } else if (covering.equals(progress.size())) {
            progress.add(new Step.Cut(left, top, box), box);
        } else {
            progress.add(new Step.ScaleAndCut(covering, left, top, box), box);
        }
    }

    /// Where the covering picture is larger than the one at hand, the window is cut out of the
    /// latter: the former can be larger than memory.
    private void fillAttentively(Size box) {
        Size size = progress.size();
        Size covering = Proportions.covering(size, box);
        if (covering.pixels() > size.pixels()) {
            Cutting.attention(progress, Proportions.inside(box, size));
            scale(box);
        } else {
            scale(covering);
            Cutting.attention(progress, box);
        }
    }

    private void pad(Size canvas, Fit.Pad pad) {
        Size size = progress.size();
        if (!canvas.equals(size)) {
            int left = Gravity.CENTER.left(canvas.width(), size.width());
            int top = Gravity.CENTER.top(canvas.height(), size.height());
            progress.add(new Step.Canvas(canvas, left, top, pad.color()), canvas);
        }
    }
}

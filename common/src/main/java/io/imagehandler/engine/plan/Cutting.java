package io.imagehandler.engine.plan;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AttentionCrop;
import io.imagehandler.transformation.Circle;
import io.imagehandler.transformation.Crop;
import io.imagehandler.transformation.Gravity;
import io.imagehandler.transformation.IndexCrop;
import io.imagehandler.transformation.RoundedCorners;
import io.imagehandler.transformation.Size;

/// Cuts out of the picture at hand. Steps that change nothing are left out.
final class Cutting {

    private Cutting() {}

    /// @throws InvalidArgument if the window lies outside the picture
    static void crop(Progress progress, Crop crop) {
        Size size = progress.size();
        Size window = window(size, crop);
        int left = crop.gravity().left(size.width(), window.width()) + crop.x();
        int top = crop.gravity().top(size.height(), window.height()) + crop.y();
        if (left >= size.width()) {
            throw outOfImage("crop.x", left, size.width());
        }
        if (top >= size.height()) {
            throw outOfImage("crop.y", top, size.height());
        }
        Size rest = new Size(size.width() - left, size.height() - top);
        cut(progress, left, top, Proportions.smaller(window, rest));
    }

    private static Size window(Size size, Crop crop) {
        int width = crop.width() == 0 ? size.width() : crop.width();
        int height = crop.height() == 0 ? size.height() : crop.height();
        return Proportions.smaller(size, new Size(width, height));
    }

    private static InvalidArgument outOfImage(String parameter, int origin, int length) {
        String allowed = "an origin below " + length;
        return new InvalidArgument(parameter, "" + origin, allowed, "is out of image");
    }

    static void strip(Progress progress, IndexCrop crop) {
        Size size = progress.size();
        switch (crop.axis()) {
            case X -> {
                long left = (long) crop.index() * crop.length();
                if (left < size.width()) {
                    int width = Math.min(crop.length(), size.width() - (int) left);
                    cut(progress, (int) left, 0, new Size(width, size.height()));
                }
            }
            case Y -> {
                long top = (long) crop.index() * crop.length();
                if (top < size.height()) {
                    int height = Math.min(crop.length(), size.height() - (int) top);
                    cut(progress, 0, (int) top, new Size(size.width(), height));
                }
            }
        }
    }

    static void attention(Progress progress, AttentionCrop crop) {
        Size asked = new Size(crop.width(), crop.height());
        attention(progress, Proportions.smaller(progress.size(), asked));
    }

    /// @param window no larger than the picture
    static void attention(Progress progress, Size window) {
        if (!window.equals(progress.size())) {
            progress.add(new Step.AttentionCut(window), window);
        }
    }

    static void disc(Progress progress, Circle circle) {
        Size size = progress.size();
        int radius = Math.min(circle.radius(), (shortSide(size) - 1) / 2);
        int side = 2 * radius + 1;
        int left = Gravity.CENTER.left(size.width(), side);
        int top = Gravity.CENTER.top(size.height(), side);
        progress.add(new Step.Disc(left, top, side), new Size(side, side));
    }

    static void roundCorners(Progress progress, RoundedCorners corners) {
        int radius = Math.min(corners.radius(), shortSide(progress.size()) / 2);
        if (radius > 0) {
            progress.add(new Effect.RoundCorners(radius));
        }
    }

    private static int shortSide(Size size) {
        return Math.min(size.width(), size.height());
    }

    /// @param window lies inside the picture
    static void cut(Progress progress, int left, int top, Size window) {
        if (!window.equals(progress.size())) {
            progress.add(new Step.Cut(left, top, window), window);
        }
    }
}

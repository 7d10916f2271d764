package io.imagehandler.engine.plan;

import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Size;

/// Sizes that keep an aspect ratio: exact, in integers, halves rounded up, no side below 1.
final class Proportions {

    /// What a mark that was too large leaves of the picture, in pixels.
    private static final int MARGIN = 5;

    private Proportions() {}

    /// The size at `percent` of it; the height follows from the rounded width.
    static Size scaled(Size picture, int percent) {
        return toWidth(picture, part(picture.width(), percent, 100));
    }

    static Size toWidth(Size picture, int width) {
        return new Size(width, part(picture.height(), width, picture.width()));
    }

    static Size toHeight(Size picture, int height) {
        return new Size(part(picture.width(), height, picture.height()), height);
    }

    /// The size with one side as asked.
    static Size toLength(Size picture, Resize.Side side, int length) {
        boolean lies = picture.width() >= picture.height();
        return switch (side) {
            case WIDTH -> toWidth(picture, length);
            case HEIGHT -> toHeight(picture, length);
            case LONG -> lies ? toWidth(picture, length) : toHeight(picture, length);
            case SHORT -> lies ? toHeight(picture, length) : toWidth(picture, length);
        };
    }

    /// How long the side is now that [#toLength] gives a length.
    static int length(Size picture, Resize.Side side) {
        return switch (side) {
            case WIDTH -> picture.width();
            case HEIGHT -> picture.height();
            case LONG -> Math.max(picture.width(), picture.height());
            case SHORT -> Math.min(picture.width(), picture.height());
        };
    }

    /// The largest size inside the box.
    static Size inside(Size picture, Size box) {
        return wideness(box, picture) <= 0
                ? toWidth(picture, box.width())
                : toHeight(picture, box.height());
    }

    /// The smallest size that covers the box.
    static Size covering(Size picture, Size box) {
        return wideness(box, picture) >= 0
                ? toWidth(picture, box.width())
                : toHeight(picture, box.height());
    }

    /// The part that both sizes have, laid on one another.
    static Size smaller(Size one, Size other) {
        return new Size(
                Math.min(one.width(), other.width()), Math.min(one.height(), other.height()));
    }

    /// Each side at `percent` of it.
    static Size share(Size picture, int percent) {
        return new Size(part(picture.width(), percent, 100), part(picture.height(), percent, 100));
    }

    /// The size with which a mark fits into `picture`, if it does not: it then leaves 5 pixels of
    /// it. Sides are rounded down.
    static Size fitting(Size mark, Size picture) {
        long width = Math.max(picture.width() - MARGIN, 0);
        long height = Math.max(picture.height() - MARGIN, 0);
        boolean tooWide = mark.width() > picture.width();
        boolean tooHigh = mark.height() > picture.height();
        if (tooWide && (!tooHigh || width * mark.height() <= height * mark.width())) {
            return atLeastOne(width, mark.height() * width / mark.width());
        }
        return tooHigh ? atLeastOne(mark.width() * height / mark.height(), height) : mark;
    }

    private static Size atLeastOne(long width, long height) {
        return new Size((int) Math.max(width, 1), (int) Math.max(height, 1));
    }

    /// Less than, equal to or more than 0 if `box` is narrower than, as wide as or wider than
    /// `picture` once both are of one height.
    private static int wideness(Size box, Size picture) {
        return Long.compare(
                (long) box.width() * picture.height(), (long) box.height() * picture.width());
    }

    /// The size of the upright rectangle around `picture` turned by `degrees`.
    static Size turned(Size picture, int degrees) {
        if (degrees % 90 == 0) {
            return degrees % 180 == 0 ? picture : picture.turned();
        }
        double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
        double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
        double width = picture.width() * cos + picture.height() * sin;
        double height = picture.width() * sin + picture.height() * cos;
        return new Size((int) Math.round(width), (int) Math.round(height));
    }

    /// `length * numerator / denominator`, rounded, at least 1. Lengths in the language are below
    /// 2^19 and their quotients below 2^29, so nothing overflows.
    private static int part(int length, int numerator, int denominator) {
        long doubled = 2L * length * numerator + denominator;
        return Math.toIntExact(Math.max(1, doubled / (2L * denominator)));
    }
}

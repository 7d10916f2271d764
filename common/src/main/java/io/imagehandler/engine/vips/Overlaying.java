package io.imagehandler.engine.vips;

import io.imagehandler.engine.plan.Mark;
import io.imagehandler.transformation.Size;

/// Lays pictures over others, each pixel as far as the upper one lets through. Bases are in memory:
/// they are read more than once.
///
/// libvips could do it in one go, but cuts fractions off, so a picture would get darker under what
/// is transparent.
final class Overlaying {

    private static final double OPAQUE = 255;

    private Overlaying() {}

    /// @param mark with alpha
    static Picture over(Picture base, Picture mark, Mark.Placement placement) {
        return switch (placement) {
            case Mark.Placement.At(int left, int top) -> over(base, mark, left, top);
            case Mark.Placement.Tiled(int gapX, int gapY) ->
                    covered(base, tiled(mark, gapX, gapY, base.size()));
        };
    }

    /// @param mark with alpha; what of it lies outside is not seen
    static Picture over(Picture base, Picture mark, int left, int top) {
        int right = Math.min(base.size().width(), left + mark.size().width());
        int bottom = Math.min(base.size().height(), top + mark.size().height());
        int x = Math.max(0, left);
        int y = Math.max(0, top);
        if (x >= right || y >= bottom) {
            return base;
        }
        var size = new Size(right - x, bottom - y);
        Picture seen = mark.cut(new Window(x - left, y - top, size));
        return base.inserted(covered(base.cut(new Window(x, y, size)), seen), x, y);
    }

    /// @param upper of the same size, with alpha
    private static Picture covered(Picture base, Picture upper) {
        Picture through = upper.bands(3, 1).linear(-1 / OPAQUE, 1);
        Picture weighted = upper.call("premultiply").picture();
        Picture light = base.alpha() ? weighted : weighted.bands(0, 3);
        return Alpha.premultiplied(
                base,
                p ->
                        p.session()
                                .call("multiply")
                                .set("left", p)
                                .set("right", through)
                                .picture()
                                .plus(light));
    }

    private static Picture tiled(Picture mark, int gapX, int gapY, Size size) {
        int width = mark.size().width() + gapX;
        int height = mark.size().height() + gapY;
        return mark.call("embed")
                .set("x", 0)
                .set("y", 0)
                .set("width", width)
                .set("height", height)
                .picture()
                .call("replicate")
                .set("across", Math.ceilDiv(size.width(), width))
                .set("down", Math.ceilDiv(size.height(), height))
                .picture()
                .cut(Window.all(size));
    }
}

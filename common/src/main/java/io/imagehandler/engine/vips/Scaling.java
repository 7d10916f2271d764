package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;

/// Stretches pictures to exact sizes.
final class Scaling {

    /// Of `VipsExtend`: beyond the edge, its pixels go on.
    private static final int EXTEND_COPY = 1;

    private Scaling() {}

    /// Every frame stretched to exactly `size`.
    static Frames scaled(Frames frames, Size size) {
        return scaledAndCut(frames, size, Window.all(size));
    }

    /// The part `window` of every frame stretched to exactly `size`; of animations in standard
    /// colours, because their strip is in memory then, and converted later would be there twice.
    static Frames scaledAndCut(Frames frames, Size size, Window window) {
        return frames.count() == 1
                ? frames.everywhere(picture -> scaledAndCut(picture, size, window))
                : frames.uniformly(p -> Colors.standard(scaledAndCut(p, size, window)));
    }

    /// The picture stretched to exactly `size`.
    static Picture scaled(Picture picture, Size size) {
        return scaledAndCut(picture, size, Window.all(size));
    }

    /// The part `window` of the picture stretched to exactly `size`; the rest is never made.
    static Picture scaledAndCut(Picture picture, Size size, Window window) {
        if (picture.size().equals(size)) {
            return picture.cut(window);
        }
        return isNoLarger(size, picture.size())
                ? Alpha.averaged(picture, p -> shrunk(p, size).cut(window))
                : Alpha.premultiplied(picture, p -> enlarged(shrunk(p, size), size, window));
    }

    private static boolean isNoLarger(Size size, Size other) {
        return size.width() <= other.width() && size.height() <= other.height();
    }

    /// No side longer than that of `size`.
    private static Picture shrunk(Picture picture, Size size) {
        Size from = picture.size();
        Size to =
                new Size(
                        Math.min(from.width(), size.width()),
                        Math.min(from.height(), size.height()));
        if (to.equals(from)) {
            return picture;
        }
        return picture.call("resize")
                .set("scale", (double) to.width() / from.width())
                .set("vscale", (double) to.height() / from.height())
                .picture();
    }

    /// Resizing makes the whole picture, which may be far larger than the window.
    private static Picture enlarged(Picture picture, Size size, Window window) {
        Size from = picture.size();
        if (size.equals(from)) {
            return picture.cut(window);
        }
        double[] matrix = {
            (double) size.width() / from.width(), 0, 0, (double) size.height() / from.height()
        };
        int[] area = {window.left(), window.top(), window.size().width(), window.size().height()};
        return picture.call("affine")
                .set("matrix", matrix)
                .setInterpolation("bicubic")
                .set("oarea", area)
                .set("idx", 0.5)
                .set("idy", 0.5)
                .set("odx", -0.5)
                .set("ody", -0.5)
                .set("extend", EXTEND_COPY)
                .set("premultiplied", true)
                .picture();
    }
}

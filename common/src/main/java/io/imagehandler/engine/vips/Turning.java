package io.imagehandler.engine.vips;

import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.util.Arrays;

/// Turns and mirrors pictures. Needs them in memory: it reads them in another order than files are
/// decoded in.
final class Turning {

    /// Of `VipsExtend`: beyond the edge there is the background.
    private static final int EXTEND_BACKGROUND = 5;

    private static final int LEFT_TO_RIGHT = 0;

    private Turning() {}

    static Picture upright(Picture picture, Orientation orientation) {
        Picture mirrored =
                orientation.mirrored()
                        ? picture.call("flip").set("direction", LEFT_TO_RIGHT).picture()
                        : picture;
        return quarters(mirrored, orientation.degrees());
    }

    /// The picture turned clockwise onto exactly `size`.
    ///
    /// @param degrees 1 to 359
    static Picture turned(Picture picture, int degrees, Size size, Step.Surroundings surroundings) {
        if (degrees % 90 == 0) {
            return quarters(picture, degrees);
        }
        double angle = Math.toRadians(degrees);
        return switch (surroundings) {
            case WHITE -> Alpha.premultiplied(picture, p -> onto(255, p, angle, size));
            case TRANSPARENT ->
                    Alpha.premultiplied(Alpha.added(picture), p -> onto(0, p, angle, size));
        };
    }

    private static Picture quarters(Picture picture, int degrees) {
        return degrees == 0
                ? picture
                : picture.inMemory().call("rot").set("angle", degrees / 90).picture();
    }

    /// Centre falls on centre, both taken as points between the pixels where sides are even.
    private static Picture onto(double background, Picture picture, double angle, Size size) {
        Size from = picture.size();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        var around = new double[picture.bands()];
        Arrays.fill(around, background);
        return picture.inMemory()
                .call("affine")
                .set("matrix", new double[] {cos, -sin, sin, cos})
                .setInterpolation("bicubic")
                .set("oarea", new int[] {0, 0, size.width(), size.height()})
                .set("idx", 0.5 - from.width() / 2.0)
                .set("idy", 0.5 - from.height() / 2.0)
                .set("odx", size.width() / 2.0 - 0.5)
                .set("ody", size.height() / 2.0 - 0.5)
                .set("extend", EXTEND_BACKGROUND)
                .set("background", around)
                .set("premultiplied", true)
                .picture();
    }
}

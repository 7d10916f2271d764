package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.lang.foreign.MemorySegment;

/// Makes what lies outside a shape transparent, with smooth edges.
final class Shapes {

    private static final int LEFT_TO_RIGHT = 0;
    private static final int TOP_TO_BOTTOM = 1;

    /// So many times so many points of a pixel on the edge are looked at.
    private static final int SAMPLES = 16;

    private Shapes() {}

    static Picture rounded(Picture picture, int radius) {
        Picture corner = corner(picture.session(), radius, radius);
        return Alpha.masked(picture, corners(corner, picture.size()));
    }

    static Picture disc(Picture picture, int left, int top, int side) {
        var size = new Size(side, side);
        // Up to the line through the middle, which the corners share.
        Picture corner = corner(picture.session(), (side + 1) / 2, side / 2.0);
        return Alpha.masked(picture.cut(new Window(left, top, size)), corners(corner, size));
    }

    /// A mask with this corner, and mirrored in the three others.
    private static Picture corners(Picture corner, Size size) {
        int right = size.width() - corner.size().width();
        int bottom = size.height() - corner.size().height();
        Picture other = flipped(corner, LEFT_TO_RIGHT);
        Picture mask = Alpha.white(corner.session(), size, 1);
        mask = mask.inserted(corner, 0, 0);
        mask = mask.inserted(other, right, 0);
        mask = mask.inserted(flipped(corner, TOP_TO_BOTTOM), 0, bottom);
        return mask.inserted(flipped(other, TOP_TO_BOTTOM), right, bottom);
    }

    private static Picture flipped(Picture picture, int direction) {
        return picture.call("flip").set("direction", direction).picture();
    }

    /// The upper left corner of a mask, of `side` pixels, about a circle that touches both edges.
    private static Picture corner(Session session, int side, double radius) {
        var mask = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                mask[y * side + x] =
                        (byte) Math.round(255 * inside(radius - x, radius - y, radius));
            }
        }
        return session.picture(MemorySegment.ofArray(mask), new Size(side, side), 1, Picture.BYTE);
    }

    /// How much of a pixel lies inside a circle, 0 to 1.
    ///
    /// @param x how far its left edge is from the circle's centre, and `y` its upper edge
    private static double inside(double x, double y, double radius) {
        double distance = Math.hypot(x - 0.5, y - 0.5) - radius;
        if (Math.abs(distance) > 1) {
            return distance < 0 ? 1 : 0;
        }
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double left = x - (i % SAMPLES + 0.5) / SAMPLES;
            double top = y - (row + 0.5) / SAMPLES;
            hits += left * left + top * top < radius * radius ? 1 : 0;
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }
}

package io.imagehandler.engine.vips;

import io.imagehandler.engine.Orientation;
import io.imagehandler.transformation.Size;

/// A part of a picture; (`left`, `top`) is its upper left corner.
record Window(int left, int top, Size size) {

    static Window all(Size size) {
        return new Window(0, 0, size);
    }

    boolean isAllOf(Size whole) {
        return size.equals(whole);
    }

    /// The same part of the picture before `orientation` turned it upright.
    ///
    /// @param upright the size of the upright picture
    Window stored(Orientation orientation, Size upright) {
        int right = upright.width() - left - size.width();
        int below = upright.height() - top - size.height();
        Window turnedBack =
                switch (orientation.degrees()) {
                    case 90 -> new Window(top, right, size.turned());
                    case 180 -> new Window(right, below, size);
                    case 270 -> new Window(below, left, size.turned());
                    default -> this;
                };
        return orientation.mirrored()
                ? turnedBack.mirrored(orientation.upright(upright).width())
                : turnedBack;
    }

    private Window mirrored(int width) {
        return new Window(width - left - size.width(), top, size);
    }
}

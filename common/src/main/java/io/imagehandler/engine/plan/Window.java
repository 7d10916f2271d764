package io.imagehandler.engine.plan;

import io.imagehandler.transformation.Size;
import java.util.Optional;

/// A part of something, its upper left corner at (`left`, `top`) of it.
record Window(int left, int top, Size size) {

    /// What is seen of something of size `inner` that lies at (`left`, `top`) of `outer`; nothing
    /// if it lies outside.
    static Optional<Window> seen(int left, int top, Size inner, Size outer) {
        return new Window(0, 0, outer).shows(left, top, inner);
    }

    /// What this window shows of something of size `inner` that lies at (`x`, `y`), beside the
    /// window's own corner; nothing if it lies outside.
    Optional<Window> shows(int x, int y, Size inner) {
        int fromLeft = Math.max(left - x, 0);
        int fromTop = Math.max(top - y, 0);
        int width = Math.min(left + size.width() - x, inner.width()) - fromLeft;
        int height = Math.min(top + size.height() - y, inner.height()) - fromTop;
        return width > 0 && height > 0
                ? Optional.of(new Window(fromLeft, fromTop, new Size(width, height)))
                : Optional.empty();
    }
}

package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;

/// Finds what people look at: edges, skin, strong colours.
final class Attention {

    /// Of `VipsInteresting`.
    private static final int ATTENTION = 3;

    private Attention() {}

    /// The window of this size that draws most of it.
    ///
    /// @param picture in memory: it is read more than once
    static Window window(Picture picture, Size size) {
        if (picture.size().equals(size)) {
            return Window.all(size);
        }
        return place(
                picture.session()
                        .call("smartcrop")
                        .set("input", picture)
                        .set("width", size.width())
                        .set("height", size.height())
                        .set("interesting", ATTENTION)
                        .picture());
    }

    /// The part of a larger picture that this was cut out as.
    private static Window place(Picture cut) {
        LibVips c = cut.session().vips().functions();
        return new Window(
                -c.vipsImageGetXoffset(cut.pointer()),
                -c.vipsImageGetYoffset(cut.pointer()),
                cut.size());
    }
}

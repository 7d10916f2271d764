package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/// A picture of libvips. Its pixels need not exist yet: libvips makes them when they are read, from
/// top to bottom if that is how the file is decoded.
///
/// @param session whom it belongs to
/// @param pointer a VipsImage
record Picture(Session session, MemorySegment pointer) {

    /// Values of `VipsInterpretation`.
    static final int CMYK = 15;

    static final int SRGB = 22;

    /// Of `VipsBandFormat`: 8 bits a channel.
    static final int BYTE = 0;

    /// Fields of the header that tell savers what is animated how, and of which palette.
    private static final Set<String> ANIMATION =
            Set.of(
                    "n-pages",
                    "page-height",
                    "delay",
                    "loop",
                    "gif-delay",
                    "gif-loop",
                    "gif-palette");

    Size size() {
        return new Size(c().vipsImageGetWidth(pointer), c().vipsImageGetHeight(pointer));
    }

    int bands() {
        return c().vipsImageGetBands(pointer);
    }

    /// How a channel is stored, of `VipsBandFormat`.
    int format() {
        return c().vipsImageGetFormat(pointer);
    }

    int interpretation() {
        return c().vipsImageGetInterpretation(pointer);
    }

    boolean alpha() {
        return c().vipsImageHasalpha(pointer) != 0;
    }

    boolean has(String field) {
        return c().vipsImageGetTypeof(pointer, name(field)) != 0;
    }

    /// A call that takes this picture.
    Call call(String operation) {
        return session.call(operation).set("in", this);
    }

    /// The same pixels in memory, so that they can be read in any order and more than once.
    Picture inMemory() {
        MemorySegment copy = c().vipsImageCopyMemory(pointer);
        if (copy.equals(MemorySegment.NULL)) {
            throw session.vips().failure("copy_memory");
        }
        return session.own(copy);
    }

    /// The same picture in another session, which must end before this one.
    Picture in(Session shorter) {
        return shorter.own(c().gObjectRef(pointer));
    }

    Picture cut(Window window) {
        if (window.isAllOf(size())) {
            return this;
        }
        return session.call("extract_area")
                .set("input", this)
                .set("left", window.left())
                .set("top", window.top())
                .set("width", window.size().width())
                .set("height", window.size().height())
                .picture();
    }

    Picture without(String field) {
        Picture copy = call("copy").picture();
        c().vipsImageRemove(copy.pointer, name(field));
        return copy;
    }

    /// The same pixels without anything that a file said beside them, but what makes an animation
    /// of them. Savers are told to drop the rest too, but the WebP saver of 8.14 writes all of it.
    Picture bare() {
        Picture copy = call("copy").picture();
        for (String field : session.vips().fields(pointer)) {
            if (!ANIMATION.contains(field)) {
                c().vipsImageRemove(copy.pointer, name(field));
            }
        }
        return copy;
    }

    Picture with(String field, int value) {
        Picture copy = call("copy").picture();
        c().vipsImageSetInt(copy.pointer, name(field), value);
        return copy;
    }

    private MemorySegment name(String field) {
        return session.vips().name(field);
    }

    private LibVips c() {
        return session.vips().functions();
    }
}

package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import java.util.function.Predicate;

/// A picture of libvips. Its pixels need not exist yet: libvips makes them when they are read, from
/// top to bottom if that is how the file is decoded.
///
/// @param session whom it belongs to
/// @param pointer a VipsImage
record Picture(Session session, MemorySegment pointer) {

    /// Values of `VipsInterpretation`.
    static final int CMYK = 15;

    static final int SRGB = 22;
    static final int RGB16 = 25;

    /// Values of `VipsBandFormat`: 8 bits a channel, 16 bits, 64 bits with fractions.
    static final int BYTE = 0;

    static final int SHORT = 2;
    static final int DOUBLE = 8;

    /// Of `VipsOperationRound`.
    private static final int TO_NEAREST = 0;

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

    /// Says that a picture can be read from top to bottom only.
    static final String SEQUENTIAL = "vips-sequential";

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
        MemorySegment copy = session.vips().reading(() -> c().vipsImageCopyMemory(pointer));
        if (copy.equals(MemorySegment.NULL)) {
            throw session.vips().failure("copy_memory");
        }
        Picture made = session.own(copy);
        // Else operations would keep what they have read, as of a file that is read but once.
        c().vipsImageRemove(copy, name(SEQUENTIAL));
        return made;
    }

    /// The same picture in another session. Pixels in memory live as long as either of the two; all
    /// else needs what it is made of, so then the other session must end first.
    Picture in(Session other) {
        return other.own(c().gObjectRef(pointer));
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

    /// Some of the channels, from number `first` on.
    Picture bands(int first, int count) {
        return call("extract_band").set("band", first).set("n", count).picture();
    }

    /// Every value times `factor` plus `addend`, with fractions.
    Picture linear(double factor, double addend) {
        return call("linear")
                .set("a", new double[] {factor})
                .set("b", new double[] {addend})
                .picture();
    }

    Picture plus(Picture other) {
        return session.call("add").set("left", this).set("right", other).picture();
    }

    /// Values rounded and clamped to those of `format`, of `VipsBandFormat`.
    Picture rounded(int format) {
        if (format() == format) {
            return this;
        }
        // Casting alone cuts fractions off, and opaque white would come out as 254.
        return call("round")
                .set("round", TO_NEAREST)
                .picture()
                .call("cast")
                .set("format", format)
                .picture();
    }

    /// The same values, said to be of this kind, of `VipsInterpretation`.
    Picture as(int interpretation) {
        return call("copy").set("interpretation", interpretation).picture();
    }

    /// This picture with `other` in place of its pixels from (`left`, `top`) on.
    Picture inserted(Picture other, int left, int top) {
        return session.call("insert")
                .set("main", this)
                .set("sub", other)
                .set("x", left)
                .set("y", top)
                .picture();
    }

    /// All values of a picture whose format is DOUBLE.
    @SuppressWarnings("restricted") // The length stands beside it.
    double[] numbers() {
        try (var temporary = Arena.ofConfined()) {
            MemorySegment length = temporary.allocate(ValueLayout.JAVA_LONG);
            MemorySegment pixels = c().vipsImageWriteToMemory(pointer, length);
            if (pixels.equals(MemorySegment.NULL)) {
                throw session.vips().failure("write_to_memory");
            }
            return pixels.reinterpret(length.get(ValueLayout.JAVA_LONG, 0), temporary, c()::gFree)
                    .toArray(ValueLayout.JAVA_DOUBLE);
        }
    }

    Picture without(String field) {
        Picture copy = call("copy").picture();
        c().vipsImageRemove(copy.pointer, name(field));
        return copy;
    }

    /// The same pixels without anything that a file said beside them, but what makes an animation
    /// of them. Savers are told to drop the rest too, but the WebP saver of 8.14 writes all of it.
    Picture bare() {
        return without(field -> !ANIMATION.contains(field));
    }

    Picture without(Predicate<String> fields) {
        Picture copy = call("copy").picture();
        session.vips().fields(pointer).stream()
                .filter(fields)
                .forEach(field -> c().vipsImageRemove(copy.pointer, name(field)));
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

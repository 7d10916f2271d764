package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.UnaryOperator;

/// A picture in memory that is filled with pixels by the thread that asks for it.
///
/// libvips would make them on a thread of its own, and wake the one that asks after every 16 rows:
/// for an animation, that costs as much as reading it. For one large picture it costs nothing, and
/// less than the memory that each thread keeps for itself.
final class Pixels {

    /// Made at a time: more would only need more memory on the way.
    private static final int ROWS = 16;

    /// Of `VipsDemandStyle`: in whatever order.
    private static final int ANY = 3;

    private final Vips vips;
    private final LibVips c;
    private final Picture picture;
    private final MemorySegment region;

    /// A `VipsRect`: left, top, width and height.
    private final MemorySegment rectangle;

    /// @param like says its size, and all else that its header says
    private Pixels(Picture like, Arena arena) {
        this.vips = like.session().vips();
        this.c = vips.functions();
        this.rectangle = arena.allocate(ValueLayout.JAVA_INT, 4);
        this.picture = like.session().own(c.vipsImageNewMemory());
        MemorySegment inputs = arena.allocate(ValueLayout.ADDRESS, 2);
        inputs.set(ValueLayout.ADDRESS, 0, like.pointer());
        check(c.vipsImagePipelineArray(picture.pointer(), ANY, inputs));
        // Else operations would keep what they have made, as of a file that is read but once.
        c.vipsImageRemove(picture.pointer(), vips.name(Picture.SEQUENTIAL));
        check(c.vipsImageWritePrepare(picture.pointer()));
        this.region = region(picture, arena);
        check(c.vipsRegionImage(region, rows(0, picture.size().width(), picture.size().height())));
    }

    /// The strip in memory of what `change` makes of each frame of `strip`. All go through the same
    /// pipeline, one after the other: to build one for each would cost more than what it does.
    ///
    /// @param frame the size of one
    /// @throws VipsFailure if their pixels cannot be made
    static Picture ofEach(Picture strip, Size frame, UnaryOperator<Picture> change) {
        try (var arena = Arena.ofConfined()) {
            var one = new Pixels(strip.cut(new Window(0, 0, frame)), arena);
            Picture changed = change.apply(one.picture);
            int count = strip.size().height() / frame.height();
            var all = new Pixels(repeated(changed, count), arena);
            MemorySegment frames = one.region(strip, arena);
            for (int i = 0; i < count; i++) {
                one.fill(0, frames, i * frame.height(), frame.height());
                all.append(i, changed);
            }
            return all.picture;
        }
    }

    private static Picture repeated(Picture picture, int count) {
        return picture.call("replicate").set("across", 1).set("down", count).picture();
    }

    /// Puts `frame`, as it is now, where the frame number `index` belongs.
    private void append(int index, Picture frame) {
        int height = frame.size().height();
        // A region keeps the pixels that it has made, so each time there is another.
        try (var anew = Arena.ofConfined()) {
            fill(index * height, region(frame, anew), 0, height);
        }
    }

    /// Puts `height` rows of a region, from its row `first` on, where the row `to` belongs.
    private void fill(int to, MemorySegment from, int first, int height) {
        check(vips.reading(() -> filled(to, from, first, height)));
    }

    /// 0 if it could be done.
    private int filled(int to, MemorySegment from, int first, int height) {
        int result = 0;
        for (int done = 0; done < height && result == 0; done += ROWS) {
            MemorySegment some =
                    rows(first + done, picture.size().width(), Math.min(ROWS, height - done));
            result = c.vipsRegionPrepareTo(from, region, some, 0, to + done);
        }
        return result;
    }

    @SuppressWarnings("restricted") // The cleanup is what gives the region back.
    private MemorySegment region(Picture of, Arena owner) {
        MemorySegment made = c.vipsRegionNew(of.pointer());
        check(made.equals(MemorySegment.NULL) ? -1 : 0);
        return made.reinterpret(owner, c::gObjectUnref);
    }

    private MemorySegment rows(int top, int width, int height) {
        rectangle.setAtIndex(ValueLayout.JAVA_INT, 1, top);
        rectangle.setAtIndex(ValueLayout.JAVA_INT, 2, width);
        rectangle.setAtIndex(ValueLayout.JAVA_INT, 3, height);
        return rectangle;
    }

    private void check(int result) {
        if (result != 0) {
            throw vips.failure("pixels");
        }
    }
}

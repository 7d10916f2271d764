package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;

/// Where pictures live: they are let go when the arena is closed, in the reverse order of their
/// making, so that the bytes of the source outlive whatever reads them.
///
/// @param vips the library
/// @param arena confined to the thread that renders
record Session(Vips vips, Arena arena) {

    Call call(String operation) {
        return new Call(this, operation);
    }

    /// A copy of `file` in native memory.
    MemorySegment copy(ByteBuffer file) {
        MemorySegment source = MemorySegment.ofBuffer(file);
        // Unlike allocating first, this does not fill megabytes with zeros that nobody reads.
        return arena.allocateFrom(
                ValueLayout.JAVA_BYTE, source, ValueLayout.JAVA_BYTE, 0, source.byteSize());
    }

    /// All zero, of 8 bits a channel.
    Picture black(Size size, int channels) {
        return call("black")
                .set("width", size.width())
                .set("height", size.height())
                .set("bands", channels)
                .picture();
    }

    /// A picture of a copy of these pixels, row by row.
    ///
    /// @param format of the channels, of `VipsBandFormat`
    Picture picture(MemorySegment pixels, Size size, int channels, int format) {
        try (var temporary = Arena.ofConfined()) {
            long length = pixels.byteSize();
            MemorySegment data = temporary.allocate(length, Long.BYTES).copyFrom(pixels);
            LibVips c = vips.functions();
            MemorySegment made =
                    c.vipsImageNewFromMemoryCopy(
                            data, length, size.width(), size.height(), channels, format);
            if (made.equals(MemorySegment.NULL)) {
                throw vips.failure("new_from_memory");
            }
            return own(made);
        }
    }

    /// What becomes of every value, channel beside channel.
    Picture table(MemorySegment values, int channels, int format) {
        long bytes = format == Picture.BYTE ? 1 : Short.BYTES;
        int length = Math.toIntExact(values.byteSize() / channels / bytes);
        return picture(values, new Size(length, 1), channels, format);
    }

    /// Rows of `width` numbers.
    Picture matrix(int width, double[] numbers) {
        var size = new Size(width, numbers.length / width);
        return picture(MemorySegment.ofArray(numbers), size, 1, Picture.DOUBLE);
    }

    /// The picture at `pointer`, whose one reference becomes this session's.
    @SuppressWarnings("restricted") // The cleanup is what gives the reference back.
    Picture own(MemorySegment pointer) {
        Watch watch = vips.watch();
        watch.keep(pointer);
        return new Picture(this, pointer.reinterpret(arena, watch::release));
    }
}

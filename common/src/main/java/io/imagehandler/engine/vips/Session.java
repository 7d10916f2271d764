package io.imagehandler.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
        return arena.allocate(source.byteSize()).copyFrom(source);
    }

    /// The picture at `pointer`, whose one reference becomes this session's.
    @SuppressWarnings("restricted") // The cleanup is what gives the reference back.
    Picture own(MemorySegment pointer) {
        LibVips functions = vips.functions();
        return new Picture(this, pointer.reinterpret(arena, functions::gObjectUnref));
    }
}

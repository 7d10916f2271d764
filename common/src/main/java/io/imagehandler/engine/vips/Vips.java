package io.imagehandler.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A loaded libvips with what every call needs: its functions, its types and its names as C
/// strings. Safe for use by many threads.
final class Vips {

    /// Of libvips' buffer, in bytes.
    private static final long LONGEST_ERROR = 10_000;

    private final LibVips functions;
    private final Map<String, MemorySegment> names;
    private final Watch watch;

    Vips(LibVips functions) {
        this(functions, new ConcurrentHashMap<>(), Watch.idle(functions));
    }

    private Vips(LibVips functions, Map<String, MemorySegment> names, Watch watch) {
        this.functions = functions;
        this.names = names;
        this.watch = watch;
    }

    /// The same for one rendering, whose pictures are read under this watch.
    Vips under(Watch own) {
        return new Vips(functions, names, own);
    }

    Watch watch() {
        return watch;
    }

    /// Does something that may make all pixels of a picture, as [Watch#reading].
    <T> T reading(Supplier<T> action) {
        return watch.reading(action);
    }

    LibVips functions() {
        return functions;
    }

    /// A C string that lives as long as the process. Only for words of our own code, of which there
    /// are few.
    MemorySegment name(String word) {
        return names.computeIfAbsent(word, Arena.global()::allocateFrom);
    }

    /// Whether libvips is at least of this version.
    boolean isAtLeast(int major, int minor) {
        int ours = functions.vipsVersion(0);
        return ours > major || (ours == major && functions.vipsVersion(1) >= minor);
    }

    /// Three numbers, for example `8.18.7`.
    String version() {
        return functions.vipsVersion(0)
                + "."
                + functions.vipsVersion(1)
                + "."
                + functions.vipsVersion(2);
    }

    /// What went wrong since the last failure, in any thread: the text is the whole process's. So
    /// it is good for a debug log and for nothing else.
    VipsFailure failure(String operation) {
        MemorySegment text = functions.vipsErrorBufferCopy();
        try {
            return new VipsFailure(operation, string(text));
        } finally {
            functions.gFree(text);
        }
    }

    /// The length of the text that [#failure] would give, in bytes.
    @SuppressWarnings("restricted") // A NUL ends the text, which is never longer than its buffer.
    long errors() {
        MemorySegment text = functions.vipsErrorBuffer().reinterpret(LONGEST_ERROR);
        long length = 0;
        while (length < LONGEST_ERROR && text.get(ValueLayout.JAVA_BYTE, length) != 0) {
            length++;
        }
        return length;
    }

    /// The names of an image's fields.
    @SuppressWarnings("restricted") // A NULL ends the list.
    List<String> fields(MemorySegment image) {
        MemorySegment names = functions.vipsImageGetFields(image);
        try {
            var list = names.reinterpret(Integer.MAX_VALUE);
            return IntStream.range(0, Integer.MAX_VALUE)
                    .mapToObj(i -> list.getAtIndex(ValueLayout.ADDRESS, i))
                    .takeWhile(name -> !name.equals(MemorySegment.NULL))
                    .map(Vips::string)
                    .toList();
        } finally {
            functions.gStrfreev(names);
        }
    }

    @SuppressWarnings("restricted") // A C string says nowhere how long it is.
    private static String string(MemorySegment text) {
        return text.reinterpret(Integer.MAX_VALUE).getString(0).strip();
    }
}

package io.imagehandler.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One operation of libvips on its way: first its inputs, one by one and typed, then the result.
/// Ends with [#picture] or [#bytes], and is of no use afterwards.
///
/// Every required input must be given; libvips ends the process if one is missing.
final class Call {

    /// The fundamental types of GObject.
    private static final long BOOLEAN = 5 << 2;

    private static final long INT = 6 << 2;
    private static final long DOUBLE = 15 << 2;
    private static final long STRING = 16 << 2;

    /// A GValue: its type and two words.
    private static final long VALUE_BYTES = 24;

    private final Session session;
    private final LibVips c;
    private final String operation;
    private final Arena temporary = Arena.ofConfined();
    private final MemorySegment value = temporary.allocate(VALUE_BYTES, Long.BYTES);
    private final MemorySegment pointer = temporary.allocate(ValueLayout.ADDRESS);

    Call(Session session, String operation) {
        this.session = session;
        this.operation = operation;
        this.c = session.vips().functions();
        MemorySegment created = c.vipsOperationNew(session.vips().name(operation));
        if (created.equals(MemorySegment.NULL)) {
            temporary.close();
            throw session.vips().failure(operation);
        }
        pointer.set(ValueLayout.ADDRESS, 0, created);
    }

    Call set(String property, boolean flag) {
        return set(property, BOOLEAN, v -> c.gValueSetBoolean(v, flag ? 1 : 0));
    }

    /// Also for enumerations and flags, by their number.
    Call set(String property, int number) {
        return set(property, INT, v -> c.gValueSetInt(v, number));
    }

    Call set(String property, double number) {
        return set(property, DOUBLE, v -> c.gValueSetDouble(v, number));
    }

    Call set(String property, String text) {
        MemorySegment string = temporary.allocateFrom(text);
        return set(property, STRING, v -> c.gValueSetString(v, string));
    }

    Call set(String property, Picture picture) {
        return set(property, c.vipsImageGetType(), v -> c.gValueSetObject(v, picture.pointer()));
    }

    Call set(String property, List<Picture> pictures) {
        MemorySegment array = temporary.allocate(ValueLayout.ADDRESS, pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, pictures.get(i).pointer());
        }
        MemorySegment area = c.vipsArrayImageNew(array, pictures.size());
        return setArea(property, c.vipsArrayImageGetType(), area);
    }

    Call set(String property, double[] numbers) {
        MemorySegment array = temporary.allocateFrom(ValueLayout.JAVA_DOUBLE, numbers);
        MemorySegment area = c.vipsArrayDoubleNew(array, numbers.length);
        return setArea(property, c.vipsArrayDoubleGetType(), area);
    }

    Call set(String property, int[] numbers) {
        MemorySegment array = temporary.allocateFrom(ValueLayout.JAVA_INT, numbers);
        MemorySegment area = c.vipsArrayIntNew(array, numbers.length);
        return setArea(property, c.vipsArrayIntGetType(), area);
    }

    /// @param file must live as long as the session
    Call setFile(MemorySegment file) {
        MemorySegment area = c.vipsBlobNew(MemorySegment.NULL, file, file.byteSize());
        return setArea("buffer", c.vipsBlobGetType(), area);
    }

    /// @param kernel how an operation reads between pixels, for example `bicubic`
    Call setInterpolation(String kernel) {
        MemorySegment interpolate = c.vipsInterpolateNew(session.vips().name(kernel));
        try {
            return set(
                    "interpolate",
                    c.vipsInterpolateGetType(),
                    v -> c.gValueSetObject(v, interpolate));
        } finally {
            c.gObjectUnref(interpolate);
        }
    }

    /// The picture that the operation makes. Pixels may be made only when they are read.
    ///
    /// @throws VipsFailure if libvips refuses
    Picture picture() {
        return built("out", c.vipsImageGetType(), this::takePicture);
    }

    /// The file that the operation makes.
    ///
    /// @throws VipsFailure if libvips refuses
    byte[] bytes() {
        return built("buffer", c.vipsBlobGetType(), this::takeBytes);
    }

    private Call setArea(String property, long type, MemorySegment area) {
        try {
            return set(property, type, v -> c.gValueSetBoxed(v, area));
        } finally {
            c.vipsAreaUnref(area);
        }
    }

    private Call set(String property, long type, Consumer<MemorySegment> content) {
        c.gValueInit(value, type);
        content.accept(value);
        c.gObjectSetProperty(object(), session.vips().name(property), value);
        c.gValueUnset(value);
        return this;
    }

    private <T> T built(String property, long type, Function<MemorySegment, T> content) {
        try {
            if (session.vips().reading(() -> c.vipsCacheOperationBuildp(pointer)) != 0) {
                throw session.vips().failure(operation);
            }
            c.gValueInit(value, type);
            c.gObjectGetProperty(object(), session.vips().name(property), value);
            T result = content.apply(value);
            c.gValueUnset(value);
            return result;
        } finally {
            letGo();
        }
    }

    private Picture takePicture(MemorySegment from) {
        return session.own(c.gObjectRef(c.gValueGetObject(from)));
    }

    @SuppressWarnings("restricted") // The length of the file stands beside it.
    private byte[] takeBytes(MemorySegment from) {
        MemorySegment length = temporary.allocate(ValueLayout.JAVA_LONG);
        MemorySegment file = c.vipsBlobGet(c.gValueGetBoxed(from), length);
        return file.reinterpret(length.get(ValueLayout.JAVA_LONG, 0))
                .toArray(ValueLayout.JAVA_BYTE);
    }

    /// Outputs hold a reference for a caller in C, who would take it over; we took one of our own.
    private void letGo() {
        c.vipsObjectUnrefOutputs(object());
        c.gObjectUnref(object());
        temporary.close();
    }

    private MemorySegment object() {
        return pointer.get(ValueLayout.ADDRESS, 0);
    }
}

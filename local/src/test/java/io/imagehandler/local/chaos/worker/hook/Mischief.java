package io.imagehandler.local.chaos.worker.hook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/// What a decoder does to its process, as the picture itself asks for it in a comment of its first
/// bytes.
public enum Mischief {
    /// Reads where it must not.
    SEGV(11),
    /// Takes memory until the system ends the process.
    GREED(9),
    /// Never returns.
    HANG(0);

    private static final int PIECE = 32 << 20;
    private static final int MOST_PIECES = 48;

    private static final String MARK = "chaos:";
    private static final int LONGEST_START = 64;
    private static final int SOI = 2;

    private final int signal;

    Mischief(int signal) {
        this.signal = signal;
    }

    /// The picture, asking for this.
    ///
    /// @param jpeg is left as it is
    public byte[] in(byte[] jpeg) {
        var text = (MARK + name()).getBytes(ISO_8859_1);
        var length = text.length + 2;
        return ByteBuffer.allocate(jpeg.length + length + 2)
                .put(jpeg, 0, SOI)
                .put((byte) 0xFF)
                .put((byte) 0xFE)
                .putShort((short) length)
                .put(text)
                .put(jpeg, SOI, jpeg.length - SOI)
                .array();
    }

    /// Called by engines before they decode.
    ///
    /// @param source has the bytes of the picture; its class is the service's
    public static void before(Object source) {
        var start = startOf(source);
        for (var mischief : values()) {
            if (start.contains(MARK + mischief)) {
                mischief.happen();
            }
        }
    }

    private static String startOf(Object source) {
        try {
            var bytes = (ByteBuffer) source.getClass().getMethod("bytes").invoke(source);
            var start = new byte[Math.min(LONGEST_START, bytes.remaining())];
            bytes.get(start);
            return new String(start, ISO_8859_1);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is no source", e);
        }
    }

    private void happen() {
        System.out.println("chaos: a decoder does " + this);
        switch (this) {
            case SEGV -> raise(signal);
            case GREED -> {
                takeMemory();
                raise(signal); // where nothing limits it
            }
            case HANG -> {
                while (true) {
                    LockSupport.parkNanos(Long.MAX_VALUE);
                }
            }
        }
    }

    private static void takeMemory() {
        try {
            for (var piece = 0; piece < MOST_PIECES; piece++) {
                Arena.global().allocate(PIECE).fill((byte) 1);
            }
        } catch (OutOfMemoryError e) {
            System.out.println("chaos: " + e);
        }
    }

    @SuppressWarnings("restricted") // there is no other way to do harm
    private static void raise(int signal) {
        var linker = Linker.nativeLinker();
        var raise =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("raise"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            var _ = (int) raise.invokeExact(signal);
        } catch (Throwable e) {
            throw new IllegalStateException("nothing can be raised", e);
        }
    }
}

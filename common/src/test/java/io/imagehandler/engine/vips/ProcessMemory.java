package io.imagehandler.engine.vips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds, by Linux' own account.
final class ProcessMemory {

    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /// Of `mallopt`.
    private static final int MMAP_THRESHOLD = -3;

    private ProcessMemory() {}

    /// Whether the kernel forgets the peak when it is asked to.
    static boolean canBeMeasured() {
        return Files.isWritable(CLEAR);
    }

    /// The most bytes that were held beyond what is held now, while `action` ran.
    static long peakOf(Runnable action) {
        call("mallopt", MMAP_THRESHOLD, 1 << 16);
        System.gc();
        call("malloc_trim", 0, 0);
        try {
            Files.writeString(CLEAR, "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long before = status("VmRSS");
        action.run();
        return status("VmHWM") - before;
    }

    private static long status(String field) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            String line = lines.filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("restricted") // Nothing of Java tells or does this.
    private static void call(String function, int a, int b) {
        var linker = Linker.nativeLinker();
        var handle =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow(function),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            int _ = (int) handle.invokeExact(a, b);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

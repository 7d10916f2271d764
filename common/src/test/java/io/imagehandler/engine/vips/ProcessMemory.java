package io.imagehandler.engine.vips;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// What this process holds, by Linux' own account.
final class ProcessMemory {

    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /// Of `mallopt`.
    private static final int MMAP_THRESHOLD = -3;

    /// Less than this a step is no step any more.
    private static final long SETTLED = 1 << 20;

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
        long before = settled();
        try {
            Files.writeString(CLEAR, "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        action.run();
        return status("VmHWM") - before;
    }

    /// What is held once the JVM, which does that in the background, has given back what it can do
    /// without since its heap was collected.
    private static long settled() {
        var last = new AtomicLong(Long.MAX_VALUE);
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    long now = status("VmRSS");
                    return last.getAndSet(now) - now < SETTLED;
                });
        return last.get();
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

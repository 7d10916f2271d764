package io.imagehandler.benchmarks.measure;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The processor time of this process as exactly as the kernel keeps it: what the JDK tells goes by
/// hundredths of a second. For Linux, and for one thread.
public final class ProcessorClock {

    private static final int PROCESS_CPU_TIME = 2;

    private final MemorySegment time = Arena.ofAuto().allocate(2L * Long.BYTES, Long.BYTES);
    private final MethodHandle gettime = gettime();

    /// Nanoseconds of all threads since the process began.
    public long nanos() {
        try {
            if ((int) gettime.invokeExact(PROCESS_CPU_TIME, time) != 0) {
                throw new IllegalStateException("there is no clock of processor time");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        long seconds = time.getAtIndex(ValueLayout.JAVA_LONG, 0);
        return seconds * 1_000_000_000 + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    }

    @SuppressWarnings("restricted") // The function is as POSIX has it.
    private static MethodHandle gettime() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}

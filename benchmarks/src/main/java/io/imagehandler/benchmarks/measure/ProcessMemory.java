package io.imagehandler.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux says of a process' memory.
public final class ProcessMemory {

    private static final int KIB_PER_MIB = 1024;

    private ProcessMemory() {}

    /// The most that it ever held, in MiB.
    public static long peak(long pid) throws IOException {
        return field(pid, "VmHWM:");
    }

    /// What it holds, in MiB.
    public static long now(long pid) throws IOException {
        return field(pid, "VmRSS:");
    }

    private static long field(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kib -> Long.parseLong(kib) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " has ended"));
    }
}

package io.imagehandler.local.chaos;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the system knows of a process.
///
/// @param rss the memory it holds, in megabytes
/// @param peak the most it ever held, in megabytes
/// @param threads of any kind
/// @param files open files and sockets
public record ProcessFigures(double rss, double peak, int threads, int files) {

    private static final double KILOBYTES = 1024;

    /// @throws IOException if there is no such process
    static ProcessFigures of(long pid) throws IOException {
        var folder = Path.of("/proc", String.valueOf(pid));
        Map<String, String> status =
                Files.readAllLines(folder.resolve("status")).stream()
                        .map(line -> line.split(":\\s*", 2))
                        .filter(parts -> parts.length == 2)
                        .collect(toMap(parts -> parts[0], parts -> parts[1]));
        try (var files = Files.list(folder.resolve("fd"))) {
            return new ProcessFigures(
                    number(status, "VmRSS") / KILOBYTES,
                    number(status, "VmHWM") / KILOBYTES,
                    number(status, "Threads"),
                    (int) files.count());
        }
    }

    private static int number(Map<String, String> status, String name) {
        return Integer.parseInt(status.getOrDefault(name, "0").split(" ", 2)[0]);
    }

    @Override
    public String toString() {
        return "RSS %.0f MB (peak %.0f), %d threads, %d files".formatted(rss, peak, threads, files);
    }
}

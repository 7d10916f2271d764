package io.imagehandler.local.chaos.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What workers have said, of which only what was said since is of interest.
final class WorkerLog {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Pattern MILLIS = Pattern.compile("\"ms\":\"?(\\d+)");
    private static final Pattern ATTEMPTS = Pattern.compile("\"attempts\":\"?(\\d+)");

    private final Path file;
    private final int from;

    WorkerLog(Path file) {
        this(file, 0);
    }

    private WorkerLog(Path file, int from) {
        this.file = file;
        this.from = from;
    }

    /// From now on.
    WorkerLog fromNow() throws IOException {
        return new WorkerLog(file, all().size());
    }

    List<String> lines() throws IOException {
        var all = all();
        return all.subList(from, all.size());
    }

    /// The lines that mention a text.
    List<String> lines(String text) throws IOException {
        return lines().stream().filter(line -> line.contains(text)).toList();
    }

    /// How often the messages of passes were received at most; 0 without any.
    int mostReceives(String key) throws IOException {
        return lines(key).stream()
                .map(ATTEMPTS::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /// Waits for the line of a pass over a key.
    ///
    /// @return how long that pass took, in milliseconds
    long awaitMillis(String key, Duration atMost) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            var found = lines(key).stream().map(MILLIS::matcher).filter(Matcher::find).findFirst();
            if (found.isPresent()) {
                return Long.parseLong(found.get().group(1));
            }
            Thread.sleep(LOOK);
        }
        throw new IOException("no pass over " + key);
    }

    private List<String> all() throws IOException {
        return Files.exists(file) ? Files.readString(file, UTF_8).lines().toList() : List.of();
    }
}

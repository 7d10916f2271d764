package io.imagehandler.local.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Answers by their canonical path, the least used leaving first. Safe for use by many threads.
final class EdgeCache {

    private final long mostBytes;
    private final InstantSource clock;
    private final LinkedHashMap<String, Entry> entries =
            new LinkedHashMap<>(64, 0.75f, /* accessOrder= */ true);
    private long bytes;
    private long generation;

    /// @param mostBytes what the kept answers may come to
    EdgeCache(long mostBytes, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    private record Entry(Response response, Instant stored, Instant expires) {}

    /// A kept answer.
    ///
    /// @param age how long it has been kept
    record Kept(Response response, Duration age) {}

    synchronized Optional<Kept> get(String path) {
        Entry entry = entries.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!entry.expires().isAfter(now)) {
            remove(path);
            return Optional.empty();
        }
        return Optional.of(new Kept(entry.response(), Duration.between(entry.stored(), now)));
    }

    /// Names the present; given to [#put] it tells whether anything was invalidated since.
    synchronized long generation() {
        return generation;
    }

    /// Keeps the answer, unless something was invalidated since the generation in which its fetch
    /// began: then the answer may be of before.
    synchronized void put(String path, Response response, Duration lifetime, long began) {
        if (began != generation || !lifetime.isPositive()) {
            return;
        }
        remove(path);
        Instant now = clock.instant();
        entries.put(path, new Entry(response, now, now.plus(lifetime)));
        bytes += response.weight();
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().response().weight();
            eldest.remove();
        }
    }

    synchronized void invalidate(String path) {
        generation++;
        remove(path);
    }

    /// Every path that begins so.
    synchronized void invalidateAll(String prefix) {
        generation++;
        List.copyOf(entries.keySet()).stream()
                .filter(path -> path.startsWith(prefix))
                .forEach(this::remove);
    }

    private void remove(String path) {
        Entry entry = entries.remove(path);
        if (entry != null) {
            bytes -= entry.response().weight();
        }
    }
}

package io.imagehandler.worker.cloudfront;

import io.imagehandler.rendition.OriginalKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The paths that are to be invalidated next, each once, by the key that they are of. Safe for use
/// by many threads.
final class Waiting {

    private final int most;
    private final Map<OriginalKey, Set<String>> paths = new LinkedHashMap<>();
    private int size;
    private boolean closed;

    /// @param most how many paths may wait
    Waiting(int most) {
        this.most = most;
    }

    /// Adds all of them, or none.
    ///
    /// @return whether there was room
    synchronized boolean add(OriginalKey key, Set<String> more) {
        Set<String> known = paths.getOrDefault(key, Set.of());
        int fresh = (int) more.stream().filter(path -> !known.contains(path)).count();
        if (size + fresh > most) {
            return false;
        }
        paths.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(more);
        size += fresh;
        notifyAll();
        return true;
    }

    /// Returns once something waits, or nothing more will.
    ///
    /// @return whether something waits
    synchronized boolean await() throws InterruptedException {
        while (size == 0 && !closed) {
            wait();
        }
        return size > 0;
    }

    /// Takes those that have waited the longest, all of a key together where that is possible.
    ///
    /// @param limit of paths, at least 1
    synchronized Batch take(int limit) {
        var taken = new ArrayList<Set<String>>();
        int room = limit;
        Iterator<Set<String>> keys = paths.values().iterator();
        while (keys.hasNext()) {
            Set<String> next = keys.next();
            if (next.size() <= room) {
                taken.add(next);
                room -= next.size();
                keys.remove();
            } else if (taken.isEmpty()) {
                var part = next.stream().limit(room).toList();
                part.forEach(next::remove);
                taken.add(new LinkedHashSet<>(part));
                room = 0;
            } else {
                break;
            }
        }
        size -= limit - room;
        return new Batch(List.copyOf(taken));
    }

    /// From now on nobody waits for more.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized int size() {
        return size;
    }
}

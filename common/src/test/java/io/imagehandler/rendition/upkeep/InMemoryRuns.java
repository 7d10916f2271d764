package io.imagehandler.rendition.upkeep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Runs as the contract wants them, in memory.
public final class InMemoryRuns implements Runs {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> find(String kind) {
        return Optional.ofNullable(kept.get(kind));
    }

    @Override
    public synchronized Optional<Long> keep(String kind, long revision, Run run) {
        long known = find(kind).map(Kept::revision).orElse(0L);
        if (known != revision) {
            return Optional.empty();
        }
        kept.put(kind, new Kept(run, revision + 1));
        return Optional.of(revision + 1);
    }
}

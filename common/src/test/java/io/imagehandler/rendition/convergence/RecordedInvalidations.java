package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import java.util.Set;
import java.util.TreeSet;

/// Remembers what caches were told to forget.
public final class RecordedInvalidations implements Invalidations {

    private final Set<String> paths = new TreeSet<>();
    private final Steps steps;

    public RecordedInvalidations() {
        this(new Steps());
    }

    public RecordedInvalidations(Steps steps) {
        this.steps = steps;
    }

    /// All of them.
    public Set<String> paths() {
        return Set.copyOf(paths);
    }

    @Override
    public void of(OriginalKey key, Set<String> changed) {
        steps.take("INVALIDATE");
        paths.addAll(changed);
    }
}

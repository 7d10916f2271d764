package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.WantedRendition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a pass has done to the stores, in all its rounds. For one thread.
final class Ledger {

    private final Set<String> changed = new LinkedHashSet<>();
    private int rendered;
    private int removed;
    private boolean touched;

    /// Something is about to be written or removed; whether it was, may never be known.
    void touch() {
        touched = true;
    }

    boolean isTouched() {
        return touched;
    }

    /// @param replaced whether something was there before
    void stored(String path, boolean replaced) {
        rendered++;
        if (replaced) {
            changed.add(path);
        }
    }

    void manifestReplaced(String path) {
        changed.add(path);
    }

    void removed(String path) {
        removed++;
        changed.add(path);
    }

    int rendered() {
        return rendered;
    }

    int removed() {
        return removed;
    }

    /// Adds everything that an earlier pass may have changed, of which nothing is known.
    void suspect(OriginalKey key, List<WantedRendition> eager) {
        eager.forEach(wanted -> changed.add(wanted.key().path()));
        changed.add(Manifest.path(key));
    }

    /// What caches are to forget, and under which names; nothing if nothing has changed.
    Set<String> invalid(OriginalKey key, List<WantedRendition> eager) {
        var paths = new LinkedHashSet<String>();
        if (changed.isEmpty()) {
            return paths;
        }
        paths.add(ViewerUrl.cached(key.value()));
        changed.forEach(path -> paths.add(ViewerUrl.cached(path)));
        for (WantedRendition wanted : eager) {
            if (wanted.key() instanceof RenditionKey.OfStyle style) {
                paths.add(ViewerUrl.cached(key.value()) + "@!" + style.style());
            }
        }
        return paths;
    }
}

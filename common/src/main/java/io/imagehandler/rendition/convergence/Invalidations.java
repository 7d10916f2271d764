package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import java.util.Set;

/// What caches in front of us are to forget. Safe for use by many threads.
public interface Invalidations {

    /// Lets caches forget these paths, now or soon; never fails a pass, and never waits for long.
    ///
    /// Called after a pass that replaced or removed something, with exactly the paths that changed
    /// and those under which viewers ask for them; never after a first upload.
    ///
    /// @param paths each with its leading `/`, percent-encoded as the edge spells it
    void of(OriginalKey key, Set<String> paths);

    /// Where no cache is.
    static Invalidations none() {
        return (_, _) -> {};
    }
}

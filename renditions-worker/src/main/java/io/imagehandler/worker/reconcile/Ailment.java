package io.imagehandler.worker.reconcile;

import java.util.Locale;

/// What is not as it should be with a key.
public enum Ailment {
    /// A rendition or the manifest is not there.
    MISSING,
    /// A rendition was made of another original, or by another recipe.
    STALE,
    /// A rendition is there of a style that is gone or has another version by now.
    STRAY,
    /// There are renditions, and no original.
    ORPHANED;

    /// As it is printed.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A key, and all that is stored of it. For one thread at a time.
final class Subject {

    private final String key;
    private final @Nullable Listed original;
    private final Map<String, Listed> derived = new LinkedHashMap<>();

    /// @param original as it is listed, or null if there is none
    Subject(String key, @Nullable Listed original) {
        this.key = key;
        this.original = original;
    }

    String key() {
        return key;
    }

    @Nullable Listed original() {
        return original;
    }

    /// Whether it is that key, without an original.
    boolean isOrphan(String other) {
        return original == null && key.equals(other);
    }

    void add(Listed object) {
        derived.put(object.key(), object);
    }

    /// What was made of it, by its path: renditions, and the manifest.
    Map<String, Listed> derived() {
        return derived;
    }
}

package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.OriginalKey;
import java.util.Set;
import java.util.stream.Collectors;

/// A key that the worker is to look at.
///
/// @param ailments at least one
public record Finding(OriginalKey key, Set<Ailment> ailments) {

    public Finding {
        ailments = Set.copyOf(ailments);
    }

    /// All of them in a fixed order.
    public String words() {
        return ailments.stream().sorted().map(Ailment::word).collect(Collectors.joining(","));
    }
}

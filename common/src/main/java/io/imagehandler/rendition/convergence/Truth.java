package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;

/// What the store says of the original, at one moment.
sealed interface Truth {

    /// It is there.
    record Present(EntityTag tag) implements Truth {}

    /// The store says that it is not there.
    record Absent() implements Truth {}

    static Truth of(Originals originals, OriginalKey key) {
        return originals.tag(key).<Truth>map(Present::new).orElseGet(Absent::new);
    }

    /// Whether that was made of this very original.
    default boolean isSourceOf(Provenance provenance) {
        return switch (this) {
            case Present(EntityTag tag) -> provenance.source().equals(tag);
            case Absent() -> false;
        };
    }
}

package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import java.util.List;

/// A wanted rendition that is not there as it should be, and what was seen in its place.
sealed interface Missing {

    WantedRendition wanted();

    /// What the one that should be there is made of.
    Provenance current();

    /// Nothing is there.
    record Absent(WantedRendition wanted, Provenance current) implements Missing {}

    /// One that was made of something else.
    ///
    /// @param seen its own tag
    record Outdated(WantedRendition wanted, Provenance current, EntityTag seen)
            implements Missing {}

    /// The one of `missing` that the rendering is of.
    static Missing of(Rendering rendering, List<Missing> missing) {
        return missing.stream()
                .filter(one -> one.wanted().equals(rendering.wanted()))
                .findFirst()
                .orElseThrow();
    }

    /// Puts the picture there unless something else is there by now.
    ///
    /// @return whether it was stored
    default boolean store(EncodedImage image, Renditions renditions) {
        return switch (this) {
            case Absent absent -> renditions.create(absent.wanted().key(), image, absent.current());
            case Outdated outdated ->
                    renditions.replace(
                            outdated.wanted().key(), outdated.seen(), image, outdated.current());
        };
    }

    /// Sees to it that nothing is there, unless something else is there by now.
    ///
    /// @return whether nothing is there
    default boolean clear(Renditions renditions) {
        return switch (this) {
            case Absent _ -> true;
            case Outdated outdated ->
                    renditions.remove(outdated.wanted().key().path(), outdated.seen());
        };
    }
}

package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.WantedRendition;

/// A wanted rendition that is not there as it should be, and what was seen in its place.
sealed interface Gap {

    WantedRendition wanted();

    /// Nothing is there.
    record Absent(WantedRendition wanted) implements Gap {}

    /// One that was made of something else.
    ///
    /// @param seen its own tag
    record Outdated(WantedRendition wanted, EntityTag seen) implements Gap {}

    default String path() {
        return wanted().key().path();
    }

    /// Puts the picture there unless something else is there than was seen.
    ///
    /// @return whether it was stored
    default boolean fill(Rendered rendered, EntityTag source, Renditions renditions) {
        var provenance = new Provenance(source, rendered.recipe());
        return switch (this) {
            case Absent absent ->
                    renditions.create(absent.wanted.key(), rendered.image(), provenance);
            case Outdated outdated ->
                    renditions.replace(
                            outdated.wanted.key(), outdated.seen, rendered.image(), provenance);
        };
    }
}

package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.style.Style;
import io.imagehandler.style.Styles;
import java.util.List;
import java.util.stream.Stream;

/// What is to be there for an original before anybody asks.
///
/// @param manifests whether a [Manifest] tells of them
public record EagerRenditions(Styles styles, boolean manifests) {

    /// Every eager style of the key, for every class of clients, in the order of their names.
    ///
    /// @throws io.imagehandler.style.StylesNotLoaded if no styles are known yet
    public List<WantedRendition> of(OriginalKey key) {
        return styles.all().stream()
                .filter(style -> style.isMadeFor(key.value()))
                .flatMap(style -> classesOf(key, style))
                .toList();
    }

    /// Whether the key is to have a manifest: not where there is nothing to tell.
    public boolean hasManifest(OriginalKey key) {
        return manifests && Manifest.hasPath(key) && !of(key).isEmpty();
    }

    /// None if their paths would be longer than the store allows: nobody can ask for those either.
    private static Stream<WantedRendition> classesOf(OriginalKey key, Style style) {
        try {
            return style.classes().stream()
                    .map(accepts -> WantedRendition.ofStyle(key, style, accepts))
                    .toList()
                    .stream();
        } catch (InvalidArgument tooLong) {
            return Stream.empty();
        }
    }
}

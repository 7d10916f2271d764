package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Recipe;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Manifests.StoredManifest;
import io.imagehandler.transformation.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What step 2 of a pass saw.
///
/// @param source the original that renditions are to be made of
/// @param recipes of everything that is wanted, in its order
/// @param current what is there as it should be, in the same order
/// @param gaps what is not
/// @param wantsManifest whether there is to be a manifest
/// @param manifest the one that is there, of whatever original, or null
record Sight(
        EntityTag source,
        Map<WantedRendition, String> recipes,
        Map<WantedRendition, Picture> current,
        List<Gap> gaps,
        boolean wantsManifest,
        @Nullable StoredManifest manifest) {

    /// Of the text of a manifest; another one makes all of them anew.
    private static final String MANIFEST_VERSION = "manifest-1";

    /// Whether everything is as it should be.
    boolean isComplete() {
        return gaps.isEmpty() && !lacksManifest(recipes);
    }

    /// Whether the original must be read.
    boolean needsOriginal() {
        return !gaps.isEmpty() || lacksAverage();
    }

    /// Everything that is there, in the order in which it is wanted.
    Finding.Made asMade() {
        var ready =
                current.entrySet().stream()
                        .map(one -> ReadyRendition.of(one.getKey(), one.getValue()))
                        .toList();
        return new Finding.Made(source, ready, List.of());
    }

    /// Whether there is no manifest yet that tells of renditions made by these recipes.
    boolean lacksManifest(Map<WantedRendition, String> made) {
        return wantsManifest
                && (manifest == null || !manifest.provenance().equals(manifestOf(made)));
    }

    /// Whether the original must be decoded to tell its colour.
    boolean lacksAverage() {
        return wantsManifest && average() == null;
    }

    /// The colour, as far as a manifest of the same original tells it.
    @Nullable Color average() {
        return manifest != null && manifest.provenance().source().equals(source)
                ? manifest.average()
                : null;
    }

    List<WantedRendition> missing() {
        return gaps.stream().map(Gap::wanted).toList();
    }

    /// What a manifest is made of that tells of renditions made by these recipes.
    Provenance manifestOf(Map<WantedRendition, String> made) {
        String description =
                made.entrySet().stream()
                        .map(one -> one.getKey().key().path() + "\n" + one.getValue())
                        .collect(Collectors.joining("\n", MANIFEST_VERSION + "\n", ""));
        return new Provenance(source, Recipe.digest(description));
    }
}

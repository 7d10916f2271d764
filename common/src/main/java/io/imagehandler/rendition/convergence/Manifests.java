package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.transformation.Color;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The manifests, one beside the renditions of each original. Written and removed under the same
/// conditions as [io.imagehandler.rendition.Renditions]. Safe for use by many threads.
public interface Manifests {

    /// That of the original as it is stored now, without its text, or nothing.
    Optional<StoredManifest> find(OriginalKey key);

    /// Stores the manifest if the original has none.
    ///
    /// @return whether it was stored
    boolean create(Manifest manifest, Provenance provenance);

    /// Stores the manifest in place of the one that carries `seen`.
    ///
    /// @return whether it was stored
    boolean replace(EntityTag seen, Manifest manifest, Provenance provenance);

    /// Removes the manifest that carries `seen`.
    ///
    /// @return false if another one is there by now; if there is none, either, since stores differ
    boolean remove(OriginalKey key, EntityTag seen);

    /// A manifest as found in the store.
    ///
    /// @param tag its own tag
    /// @param provenance what it tells of
    /// @param average what it says of the original's colour, if anything
    record StoredManifest(EntityTag tag, Provenance provenance, @Nullable Color average) {}
}

package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import java.util.List;
import java.util.Optional;

/// The pictures that were made. Every write and removal is conditional, so that nobody undoes what
/// he has not seen. Safe for use by many threads.
public interface Renditions {

    /// What is stored under the key now, without its bytes.
    Optional<StoredRendition> find(String path);

    /// Stores the picture if nothing is stored under the key.
    ///
    /// @return whether it was stored; otherwise somebody else was first
    boolean create(RenditionKey key, EncodedImage image, Provenance provenance);

    /// Stores the picture in place of the one that carries `seen`.
    ///
    /// @return whether it was stored; otherwise another one is there by now, or none
    boolean replace(RenditionKey key, EntityTag seen, EncodedImage image, Provenance provenance);

    /// The paths of all renditions of an original, of styles and ad hoc: its own only, none of a
    /// key that starts with this one.
    List<String> pathsOf(OriginalKey original);

    /// Removes the rendition that carries `seen`.
    ///
    /// @return false if another one is there by now; if there is none, either, since stores differ
    boolean remove(String path, EntityTag seen);
}

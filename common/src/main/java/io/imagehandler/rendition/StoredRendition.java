package io.imagehandler.rendition;

/// A rendition as found in the store.
///
/// @param tag the rendition's own tag
/// @param provenance what it was made of
public record StoredRendition(EntityTag tag, Provenance provenance) {}

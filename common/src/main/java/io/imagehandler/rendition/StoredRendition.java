package io.imagehandler.rendition;

import io.imagehandler.transformation.Size;

/// A rendition as found in the store, without its bytes.
///
/// @param tag the rendition's own tag
/// @param provenance what it was made of
/// @param mediaType of the bytes
/// @param size one frame of the picture
/// @param length in bytes
public record StoredRendition(
        EntityTag tag, Provenance provenance, String mediaType, Size size, long length) {}

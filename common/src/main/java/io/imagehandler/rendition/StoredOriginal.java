package io.imagehandler.rendition;

import java.time.Instant;

/// An original as found in the store, without its bytes.
///
/// @param tag names exactly these bytes
/// @param lastModified when it was uploaded, to the second
/// @param contentType as it was declared at upload; not to be trusted
/// @param length in bytes
public record StoredOriginal(
        EntityTag tag, Instant lastModified, String contentType, long length) {}

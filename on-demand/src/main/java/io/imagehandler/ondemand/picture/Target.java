package io.imagehandler.ondemand.picture;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.transformation.Query;

/// What a request is after.
public sealed interface Target {

    /// The original as it is stored.
    record Stored(OriginalKey key) implements Target {}

    /// An answer about the original.
    record Asked(OriginalKey original, Query query) implements Target {}

    /// A rendition.
    record Made(OriginalKey original, WantedRendition wanted) implements Target {}
}

package io.imagehandler.ondemand;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.WantedRendition;

/// What a request is after.
sealed interface Target {

    /// The original as it is stored.
    record Stored(OriginalKey key) implements Target {}

    /// A rendition.
    record Made(OriginalKey original, WantedRendition wanted) implements Target {}
}

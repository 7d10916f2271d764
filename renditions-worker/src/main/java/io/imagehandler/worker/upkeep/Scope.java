package io.imagehandler.worker.upkeep;

import io.imagehandler.style.StyleName;
import org.jspecify.annotations.Nullable;

/// What a backfill is about.
///
/// @param style the style that has changed, or null: all of them
/// @param prefix what the keys of the originals begin with; empty: all of them
public record Scope(@Nullable StyleName style, String prefix) {

    /// As it is kept and printed.
    @Override
    public String toString() {
        return (style == null ? "all styles" : "style " + style)
                + (prefix.isEmpty() ? "" : " under " + prefix);
    }
}

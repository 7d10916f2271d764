package io.imagehandler.request;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;

/// What a URL asks for, see [RawRequest#understood].
///
/// @param original the key
/// @param asked what shall become of it
public record ImageRequest(OriginalKey original, Asked asked) {

    /// What shall become of an original.
    public sealed interface Asked {
        /// The stored bytes as they are.
        record Unchanged() implements Asked {}

        /// A style by its name.
        record ByStyle(StyleName style) implements Asked {}

        /// A transformation by its text.
        record ByText(Transformation transformation) implements Asked {}

        /// An answer about the stored file.
        record ByQuery(Query query) implements Asked {}
    }
}

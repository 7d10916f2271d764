package io.imagehandler.request;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.Transformation;

/// What a URL asks for.
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
    }

    /// What a raw path and query ask for, both as received and still percent-encoded.
    ///
    /// @param path with its leading `/`
    /// @param query without the `?`; empty if there is none
    /// @throws io.imagehandler.failure.InvalidArgument if they are not of the language
    @SuppressWarnings("DoNotCallSuggester")
    public static ImageRequest parse(String path, String query) {
        throw new IllegalStateException("not here yet: " + path + query);
    }
}

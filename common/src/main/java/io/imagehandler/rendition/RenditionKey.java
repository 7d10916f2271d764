package io.imagehandler.rendition;

import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Transformation;

/// Where a rendition is stored, which is also the path under which it is asked for behind the edge.
///
/// `_r/s/<key>/<style>[.<version>][.<class>]` or `_r/x/<key>/<canonical operations>[.<class>]`. The
/// key comes first, so that removing an original is a matter of prefixes; what follows the last `/`
/// has none.
public sealed interface RenditionKey {

    /// The prefix of everything that is not an original.
    String RESERVED = "_r/";

    OriginalKey original();

    AcceptClass accepts();

    /// A style of an original.
    ///
    /// @param version the style's version, or 0 if it has none
    record OfStyle(OriginalKey original, StyleName style, int version, AcceptClass accepts)
            implements RenditionKey {}

    /// A transformation that was asked for by its text.
    record AdHoc(OriginalKey original, Transformation transformation, AcceptClass accepts)
            implements RenditionKey {}

    /// The key in the derived bucket, not percent-encoded.
    @SuppressWarnings("DoNotCallSuggester")
    default String path() {
        throw new IllegalStateException("not here yet");
    }
}

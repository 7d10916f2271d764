package io.imagehandler.rendition;

import io.imagehandler.style.Style;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Transformation;

/// A rendition that somebody wants: where it belongs, and what it is.
///
/// @param key its canonical place
/// @param transformation what is done to the original
public record WantedRendition(RenditionKey key, Transformation transformation) {

    /// The rendition of a style for clients of the class; of [AcceptClass#NONE] where the style
    /// does not offer that class.
    ///
    /// @throws io.imagehandler.failure.InvalidArgument if its path would be longer than S3 allows
    public static WantedRendition ofStyle(OriginalKey original, Style style, AcceptClass accepts) {
        AcceptClass offered = style.classes().contains(accepts) ? accepts : AcceptClass.NONE;
        return new WantedRendition(
                RenditionKey.OfStyle.of(original, style, offered), style.asked());
    }

    /// The rendition of a text, for clients of the class where the text leaves the format to it.
    ///
    /// @throws io.imagehandler.failure.InvalidArgument if its path would be longer than S3 allows
    public static WantedRendition adHoc(
            OriginalKey original, Transformation transformation, AcceptClass accepts) {
        return new WantedRendition(
                new RenditionKey.AdHoc(original, transformation, accepts), transformation);
    }

    /// Whether another client may be given another format.
    public boolean isNegotiated() {
        return transformation.output().isNegotiated();
    }
}

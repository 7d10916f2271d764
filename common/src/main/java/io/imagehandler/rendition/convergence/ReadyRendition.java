package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Size;

/// An eager rendition that is there.
///
/// @param style the style that it is of
/// @param accepts the class of clients that it is for
/// @param path where it is stored, without a leading `/`, not percent-encoded; nothing is stored
///   there if the original itself is so small a file that it stands for it
/// @param size one frame
/// @param mediaType for example `image/webp`
/// @param bytes the length of the file
public record ReadyRendition(
        StyleName style,
        AcceptClass accepts,
        String path,
        Size size,
        String mediaType,
        long bytes) {

    /// @param wanted a rendition of a style
    static ReadyRendition of(WantedRendition wanted, Picture picture) {
        return switch (wanted.key()) {
            case RenditionKey.OfStyle key ->
                    new ReadyRendition(
                            key.style(),
                            key.accepts(),
                            key.path(),
                            picture.size(),
                            picture.mediaType(),
                            picture.bytes());
            case RenditionKey.AdHoc _, RenditionKey.OfQuery _ ->
                    throw new IllegalArgumentException(
                            "an eager rendition must be of a style but is " + wanted.key().path());
        };
    }
}

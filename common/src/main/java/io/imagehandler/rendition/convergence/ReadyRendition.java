package io.imagehandler.rendition.convergence;

import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;

/// An eager rendition that is there.
///
/// @param style the style that it is of
/// @param accepts the class of clients that it is for
/// @param path where it is stored, without a leading `/`, not percent-encoded
/// @param width of one frame, in pixels
/// @param height of one frame, in pixels
/// @param mediaType for example `image/webp`
/// @param bytes the length of the file
public record ReadyRendition(
        StyleName style,
        AcceptClass accepts,
        String path,
        int width,
        int height,
        String mediaType,
        long bytes) {}

package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.transformation.Size;

/// What is told of a picture that is there.
///
/// @param mediaType for example `image/webp`
/// @param size one frame
/// @param bytes the length of the file
record Picture(String mediaType, Size size, long bytes) {

    static Picture of(StoredRendition stored) {
        return new Picture(stored.mediaType(), stored.size(), stored.length());
    }

    static Picture of(Rendered rendered) {
        var image = rendered.image();
        return new Picture(image.format().mediaType(), image.size(), image.length());
    }

    /// The original itself.
    static Picture of(PassedOn original) {
        return new Picture(original.format().mediaType(), original.size(), original.bytes());
    }
}

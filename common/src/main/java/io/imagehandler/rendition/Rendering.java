package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.failure.ImageFailure;

/// What became of one wanted rendition.
public sealed interface Rendering {

    WantedRendition wanted();

    /// It was made.
    record Rendered(WantedRendition wanted, EncodedImage image) implements Rendering {}

    /// It cannot be made of this original, whatever becomes of the others.
    record Refused(WantedRendition wanted, ImageFailure reason) implements Rendering {}
}

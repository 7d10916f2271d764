package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.transformation.Size;

/// What became of one wanted rendition.
public sealed interface Rendering {

    WantedRendition wanted();

    /// There is a picture.
    sealed interface Made extends Rendering {}

    /// It was rendered.
    ///
    /// @param recipe what it was made by, with the pictures of watermarks that went into it; see
    ///   [Provenance]
    record Rendered(WantedRendition wanted, EncodedImage image, String recipe) implements Made {}

    /// The original is so small a file that it stands for the rendition, byte for byte.
    ///
    /// Nothing is to be stored: no copy of an original, with whatever its metadata tells, gets in
    /// among the renditions, which have none. Who asks is answered from the original.
    ///
    /// @param format what the original's bytes are
    /// @param size one frame of it, upright
    /// @param bytes the length of it
    record PassedOn(WantedRendition wanted, SourceFormat format, Size size, long bytes)
            implements Made {}

    /// It cannot be made of this original, whatever becomes of the others.
    record Refused(WantedRendition wanted, ImageFailure reason) implements Rendering {}
}

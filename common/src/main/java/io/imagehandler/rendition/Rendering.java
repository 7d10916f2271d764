package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageFailure;

/// What became of one wanted rendition.
public sealed interface Rendering {

    WantedRendition wanted();

    /// There is a picture.
    sealed interface Made extends Rendering {}

    /// It was rendered.
    record Rendered(WantedRendition wanted, EncodedImage image) implements Made {}

    /// The original is so small a file that it stands for the rendition, byte for byte.
    ///
    /// Nothing is to be stored: no copy of an original, with whatever its metadata tells, gets in
    /// among the renditions, which have none. Who asks is answered from the original.
    ///
    /// @param format what the original's bytes are
    record PassedOn(WantedRendition wanted, SourceFormat format) implements Made {}

    /// It cannot be made of this original, whatever becomes of the others.
    record Refused(WantedRendition wanted, ImageFailure reason) implements Rendering {}
}

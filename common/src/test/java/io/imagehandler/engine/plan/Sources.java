package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.transformation.Size;

/// Facts of sources that exist on paper only.
public final class Sources {

    private Sources() {}

    /// An upright still of three channels; a JPEG has quality 80.
    static ImageFacts still(SourceFormat format, Size size) {
        return of(format, size, 1, false, Orientation.UPRIGHT);
    }

    static ImageFacts transparent(SourceFormat format) {
        return of(format, new Size(400, 267), 1, true, Orientation.UPRIGHT);
    }

    static ImageFacts animated(SourceFormat format, Size size, int frames) {
        return of(format, size, frames, true, Orientation.UPRIGHT);
    }

    static ImageFacts tagged(Size size, int orientation) {
        return of(SourceFormat.JPEG, size, 1, false, Orientation.ofTag(orientation));
    }

    private static ImageFacts of(
            SourceFormat format, Size size, int frames, boolean alpha, Orientation orientation) {
        int quality = format == SourceFormat.JPEG ? 80 : 0;
        return of(format, size, frames, alpha, orientation, quality);
    }

    /// @param quality of a JPEG; 0 for other formats
    public static ImageFacts of(
            SourceFormat format,
            Size size,
            int frames,
            boolean alpha,
            Orientation orientation,
            int quality) {
        int channels = alpha ? 4 : 3;
        return new ImageFacts(
                format,
                size,
                frames,
                channels,
                8,
                alpha,
                Coding.SEQUENTIAL,
                orientation,
                false,
                quality,
                0);
    }
}

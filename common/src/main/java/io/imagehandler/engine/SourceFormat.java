package io.imagehandler.engine;

import io.imagehandler.transformation.OutputFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A format that originals come in, told by their bytes.
public enum SourceFormat {
    JPEG(OutputFormat.JPEG),
    PNG(OutputFormat.PNG),
    GIF(OutputFormat.GIF),
    WEBP(OutputFormat.WEBP),
    AVIF(OutputFormat.AVIF),
    /// What phones take; browsers do not show it, so nothing is written in it.
    HEIC(null);

    private final @Nullable OutputFormat same;

    SourceFormat(@Nullable OutputFormat same) {
        this.same = same;
    }

    /// The same format as an output, if renditions can be written in it.
    public Optional<OutputFormat> asOutput() {
        return Optional.ofNullable(same);
    }

    /// The Content-Type of a file in this format.
    public String mediaType() {
        return same == null ? "image/heic" : same.mediaType();
    }
}

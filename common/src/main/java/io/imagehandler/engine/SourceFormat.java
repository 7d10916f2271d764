package io.imagehandler.engine;

import io.imagehandler.transformation.OutputFormat;
import java.util.Optional;

/// A format that originals come in, told by their bytes.
public enum SourceFormat {
    JPEG(OutputFormat.JPEG),
    PNG(OutputFormat.PNG),
    GIF(OutputFormat.GIF),
    WEBP(OutputFormat.WEBP);

    private final OutputFormat same;

    SourceFormat(OutputFormat same) {
        this.same = same;
    }

    /// The same format as an output, if renditions can be written in it.
    public Optional<OutputFormat> asOutput() {
        return Optional.of(same);
    }
}

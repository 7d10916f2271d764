package io.imagehandler.config;

import io.imagehandler.engine.SourceFormat;

/// A format of originals that is read only where somebody asks for it: its decoders are large, and
/// young in the hands of attackers.
public enum ExtraFormat {
    AVIF(SourceFormat.AVIF),
    HEIC(SourceFormat.HEIC);

    private final SourceFormat format;

    ExtraFormat(SourceFormat format) {
        this.format = format;
    }

    SourceFormat format() {
        return format;
    }
}

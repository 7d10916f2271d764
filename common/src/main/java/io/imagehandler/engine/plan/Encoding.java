package io.imagehandler.engine.plan;

import io.imagehandler.transformation.OutputFormat;

/// How the result is written. Metadata never is.
public sealed interface Encoding {

    OutputFormat format();

    /// @param quality 1 to 100
    /// @param progressive whether it is stored in passes, coarse to fine
    record Jpeg(int quality, boolean progressive) implements Encoding {
        @Override
        public OutputFormat format() {
            return OutputFormat.JPEG;
        }
    }

    /// Lossless, never reduced to a palette.
    record Png() implements Encoding {
        @Override
        public OutputFormat format() {
            return OutputFormat.PNG;
        }
    }

    record Gif() implements Encoding {
        @Override
        public OutputFormat format() {
            return OutputFormat.GIF;
        }
    }

    /// @param quality 1 to 100
    record Webp(int quality) implements Encoding {
        @Override
        public OutputFormat format() {
            return OutputFormat.WEBP;
        }
    }

    /// @param quality 1 to 100
    record Avif(int quality) implements Encoding {
        @Override
        public OutputFormat format() {
            return OutputFormat.AVIF;
        }
    }
}

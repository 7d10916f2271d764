package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.transformation.Output;
import io.imagehandler.transformation.Output.Quality;
import io.imagehandler.transformation.OutputFormat;

/// How well a result is written.
final class QualityRule {

    private static final int JPEG = 80;
    private static final int WEBP = 75;
    private static final int AVIF = 50;

    private QualityRule() {}

    static Encoding encoding(OutputFormat format, Output output, ImageFacts facts) {
        return switch (format) {
            case JPEG -> new Encoding.Jpeg(jpeg(output, facts), output.progressive());
            case WEBP -> new Encoding.Webp(asked(output, WEBP));
            case AVIF -> new Encoding.Avif(asked(output, AVIF));
            case PNG -> new Encoding.Png();
            case GIF -> new Encoding.Gif();
        };
    }

    private static int asked(Output output, int preset) {
        return switch (output.quality()) {
            case Quality.Default() -> preset;
            case Quality.Absolute(int value) -> value;
            case Quality.Relative(int percent) -> percent;
        };
    }

    /// From JPEG to JPEG the source's own quality counts: more would only cost bytes.
    private static int jpeg(Output output, ImageFacts facts) {
        int source = facts.jpegQuality();
        if (source == 0) {
            return asked(output, JPEG);
        }
        return switch (output.quality()) {
            case Quality.Default() -> JPEG;
            case Quality.Absolute(int value) -> Math.min(value, source);
            case Quality.Relative(int percent) -> Math.max(1, (source * percent + 50) / 100);
        };
    }
}

package io.imagehandler.transformation;

import java.util.Optional;

/// What was asked of the output.
///
/// @param format the format, if one was asked for
/// @param quality how good it shall be, if that was asked for
/// @param progressive whether a JPEG is stored in passes
public record Output(FormatChoice format, Quality quality, boolean progressive) {

    /// Nothing asked: the format of the source, the quality that we ship, baseline.
    public static final Output DEFAULT =
            new Output(new FormatChoice.OfSource(), new Quality.Default(), false);

    /// Whether the text says anything about the format, be it that the client decides.
    public boolean namesFormat() {
        return !format.equals(DEFAULT.format);
    }

    /// Whether the client's class decides on the format.
    public boolean isNegotiated() {
        return format.equals(new FormatChoice.Negotiated());
    }

    /// The same, but the client's class decides on the format.
    public Output negotiated() {
        return withFormat(new FormatChoice.Negotiated());
    }

    Output withFormat(FormatChoice other) {
        return new Output(other, quality, progressive);
    }

    Output withQuality(Quality other) {
        return new Output(format, other, progressive);
    }

    Output withProgressive(boolean other) {
        return new Output(format, quality, other);
    }

    /// How the output's format is found.
    public sealed interface FormatChoice {
        /// Nothing was asked.
        record OfSource() implements FormatChoice {}

        /// The client's `Accept` decides.
        record Negotiated() implements FormatChoice {}

        /// This one.
        record Fixed(OutputFormat format) implements FormatChoice {}

        /// The fixed format, if there is one.
        default Optional<OutputFormat> fixed() {
            return switch (this) {
                case Fixed(OutputFormat format) -> Optional.of(format);
                case OfSource() -> Optional.empty();
                case Negotiated() -> Optional.empty();
            };
        }
    }

    /// How good the output shall be. PNG and GIF have no use for it.
    public sealed interface Quality {
        /// Nothing was asked: JPEG 80, WebP 75, AVIF 50.
        record Default() implements Quality {}

        /// `Q`: this one, capped at the source's quality from JPEG to JPEG.
        ///
        /// @param value 1 to 100
        record Absolute(int value) implements Quality {
            public Absolute {
                OutputGrammar.PERCENT.require(value, "value");
            }
        }

        /// `q`: relative to the source's quality from JPEG to JPEG, absolute otherwise.
        ///
        /// @param percent 1 to 100
        record Relative(int percent) implements Quality {
            public Relative {
                OutputGrammar.PERCENT.require(percent, "percent");
            }
        }
    }
}

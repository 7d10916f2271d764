package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Input;
import io.imagehandler.transformation.Output.FormatChoice;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// In which format a result is written.
///
/// @param writable the formats that can be written here; JPEG and PNG are among them
record FormatRule(Set<OutputFormat> writable) {

    /// WebP's own limit, in pixels.
    static final int LONGEST_WEBP_SIDE = 16_383;

    /// Larger pictures take seconds and hundreds of megabytes to be written as AVIF, in pixels.
    static final long LARGEST_NEGOTIATED_AVIF = 8_000_000;

    private static final Size SMALL = new Size(1, 1);

    FormatRule {
        writable = Set.copyOf(writable);
        if (!writable.containsAll(Set.of(OutputFormat.JPEG, OutputFormat.PNG))) {
            throw new IllegalArgumentException(
                    "writable must have JPEG and PNG but is " + writable);
        }
    }

    /// @param result one frame of what is written
    /// @throws UnsupportedFormat if a format that cannot be written here was asked for by name
    /// @throws InvalidArgument if the result is too large for WebP and no other format may stand in
    OutputFormat format(FormatChoice choice, AcceptClass accepts, ImageFacts facts, Size result) {
        OutputFormat format =
                switch (choice) {
                    case FormatChoice.OfSource() -> ofSource(facts);
                    case FormatChoice.Negotiated() -> negotiated(accepts, facts, result);
                    case FormatChoice.Fixed(OutputFormat asked) -> asked(asked, facts);
                };
        if (format == OutputFormat.WEBP && !fitsWebp(result)) {
            throw new InvalidArgument(
                    "format", result.toString(), LONGEST_WEBP_SIDE + " per side", "is too large");
        }
        return format;
    }

    private OutputFormat asked(OutputFormat asked, ImageFacts facts) {
        if (asked == OutputFormat.GIF && facts.format() != SourceFormat.GIF) {
            return ofSource(facts);
        }
        if (!writable.contains(asked)) {
            throw new UnsupportedFormat(
                    "the format %s cannot be written here, only %s"
                            .formatted(asked.word(), words()));
        }
        return asked;
    }

    private String words() {
        return Arrays.stream(OutputFormat.values())
                .filter(writable::contains)
                .map(OutputFormat::word)
                .collect(Collectors.joining(", "));
    }

    private OutputFormat ofSource(ImageFacts facts) {
        return facts.format().asOutput().filter(writable::contains).orElse(plain(facts));
    }

    private static OutputFormat plain(ImageFacts facts) {
        return facts.alpha() ? OutputFormat.PNG : OutputFormat.JPEG;
    }

    /// Who takes AVIF takes WebP: the language itself answers him so for animations. He is given it
    /// for what is too large for AVIF as well.
    private OutputFormat negotiated(AcceptClass accepts, ImageFacts facts, Size result) {
        boolean avif =
                accepts == AcceptClass.AVIF
                        && !keepsFrames(facts)
                        && result.pixels() <= LARGEST_NEGOTIATED_AVIF;
        if (avif && writable.contains(OutputFormat.AVIF)) {
            return OutputFormat.AVIF;
        }
        boolean webp = accepts != AcceptClass.NONE && fitsWebp(result);
        if (webp && writable.contains(OutputFormat.WEBP)) {
            return OutputFormat.WEBP;
        }
        return facts.format() == SourceFormat.AVIF ? plain(facts) : ofSource(facts);
    }

    private static boolean fitsWebp(Size result) {
        return Math.max(result.width(), result.height()) <= LONGEST_WEBP_SIDE;
    }

    /// How many frames of the source are used for what is written in this format.
    static int frames(OutputFormat format, Input input, ImageFacts facts) {
        boolean kept = format == OutputFormat.GIF || format == OutputFormat.WEBP;
        if (!kept || !keepsFrames(facts)) {
            return 1;
        }
        return input.frames() == 0 ? facts.frames() : Math.min(input.frames(), facts.frames());
    }

    /// The format of a result that is small enough for each.
    ///
    /// @throws UnsupportedFormat as [#format]
    OutputFormat ofSmall(FormatChoice choice, AcceptClass accepts, ImageFacts facts) {
        return format(choice, accepts, facts, SMALL);
    }

    private static boolean keepsFrames(ImageFacts facts) {
        return facts.animated()
                && (facts.format() == SourceFormat.GIF || facts.format() == SourceFormat.WEBP);
    }
}

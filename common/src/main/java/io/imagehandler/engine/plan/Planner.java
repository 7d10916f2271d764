package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Input;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import java.util.Set;
import java.util.function.Function;

/// Decides, before a pixel is decoded, every size, the output's format and its quality, and draws
/// the text of watermarks. Safe for use by many threads.
public final class Planner {

    private final FormatRule formats;
    private final ImageLimits sources;
    private final ResultLimits results;
    private final Typesetting typesetting;

    /// With the limits of results that we ship, and without fonts.
    ///
    /// @param writable the formats that the engine can write; JPEG and PNG are among them
    /// @param sources how many frames may be kept
    public Planner(Set<OutputFormat> writable, ImageLimits sources) {
        this(writable, sources, ResultLimits.DEFAULT, Typesetting.none());
    }

    /// @param writable the formats that the engine can write; JPEG and PNG are among them
    /// @param sources how many frames may be kept
    /// @param results how far pictures may be enlarged, and how large a mark may be that is turned
    ///   or scaled
    /// @param typesetting sets the text of watermarks
    public Planner(
            Set<OutputFormat> writable,
            ImageLimits sources,
            ResultLimits results,
            Typesetting typesetting) {
        this.formats = new FormatRule(writable);
        this.sources = sources;
        this.results = results;
        this.typesetting = typesetting;
    }

    /// As [#plan(Transformation, AcceptClass, ImageFacts, Function)], where no watermark has a
    /// picture.
    ///
    /// @throws NoSuchOriginal if one has
    public Plan plan(Transformation transformation, AcceptClass accepts, ImageFacts facts) {
        return plan(
                transformation,
                accepts,
                facts,
                _ -> {
                    throw new NoSuchOriginal("there is no picture of a watermark");
                });
    }

    /// What `transformation` does to a source of these facts, for a client that accepts `accepts`.
    ///
    /// @param marks the pictures of watermarks; asked for [Transformation#marks] only
    /// @throws InvalidArgument if it cannot be done to this source: the window lies outside, the
    ///   result or a mark is too large, or `cgif` is asked of what is no GIF
    /// @throws UnsupportedFormat if it asks by name for a format that cannot be written here, or
    ///   for text where there are no fonts
    /// @throws ImageTooLarge if the frames that it keeps are more than may be, or larger
    public Plan plan(
            Transformation transformation,
            AcceptClass accepts,
            ImageFacts facts,
            Function<String, CheckedImage> marks) {
        var input = transformation.input();
        var output = transformation.output();
        // What is wrong with the source comes before what cannot be done to it.
        var likely = formats.ofSmall(output.format(), accepts, facts);
        sources.allowFrames(facts.size(), FormatRule.frames(likely, input, facts));
        allowGifOnly(input, facts);
        var marking = new Marking(typesetting, marks, results);
        var progress = Geometry.of(transformation, facts, results, marking);
        var format = formats.format(output.format(), accepts, facts, progress.size());
        int frames = FormatRule.frames(format, input, facts);
        allowEnlarged(progress.largest(), frames, facts.size());
        Encoding encoding = QualityRule.encoding(format, output, facts);
        return new Plan(progress.steps(), progress.size(), frames, encoding);
    }

    /// The limits that sources are held to.
    public ImageLimits limits() {
        return sources;
    }

    private static void allowGifOnly(Input input, ImageFacts facts) {
        if (input.frames() != 0 && facts.format() != SourceFormat.GIF) {
            throw new InvalidArgument("cgif", "cgif", "it of a GIF", "is asked of another format");
        }
    }

    /// A small animation on a large canvas costs what a large animation does.
    private void allowEnlarged(Size largest, int frames, Size source) {
        boolean enlarged = frames > 1 && largest.pixels() > source.pixels();
        if (enlarged && largest.pixels() * frames > sources.animationPixels()) {
            throw new InvalidArgument(
                    "resize",
                    largest + " in " + frames + " frames",
                    sources.animationPixels() + " pixels in all",
                    "is too large a result");
        }
    }
}

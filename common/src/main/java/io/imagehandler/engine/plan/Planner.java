package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Transformation;
import java.util.Set;

/// Decides, before a pixel is decoded, every size, the output's format and its quality. Safe for
/// use by many threads.
public final class Planner {

    private final FormatRule formats;
    private final ImageLimits sources;
    private final ResultLimits results;

    /// With the limits of results that we ship.
    ///
    /// @param writable the formats that the engine can write; JPEG and PNG are among them
    /// @param sources how many frames may be kept
    public Planner(Set<OutputFormat> writable, ImageLimits sources) {
        this(writable, sources, ResultLimits.DEFAULT);
    }

    /// @param writable the formats that the engine can write; JPEG and PNG are among them
    /// @param sources how many frames may be kept
    /// @param results how far pictures may be enlarged
    public Planner(Set<OutputFormat> writable, ImageLimits sources, ResultLimits results) {
        this.formats = new FormatRule(writable);
        this.sources = sources;
        this.results = results;
    }

    /// What `transformation` does to a source of these facts, for a client that accepts `accepts`.
    ///
    /// @throws InvalidArgument if it cannot be done to this source: the window lies outside, or the
    ///   result is too large
    /// @throws UnsupportedFormat if it asks by name for a format that cannot be written here
    /// @throws ImageTooLarge if the frames that it keeps are more than may be, or larger
    public Plan plan(Transformation transformation, AcceptClass accepts, ImageFacts facts) {
        var geometry = Geometry.of(transformation, facts, results);
        var output = transformation.output();
        var format = formats.format(output.format(), accepts, facts, geometry.size());
        int frames = FormatRule.frames(format, facts);
        sources.allowFrames(facts.size(), frames);
        allowEnlarged(geometry.largest(), frames, facts.size());
        Encoding encoding = QualityRule.encoding(format, output, facts);
        return new Plan(geometry.steps(), geometry.size(), frames, encoding);
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

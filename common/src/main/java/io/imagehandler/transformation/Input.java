package io.imagehandler.transformation;

/// What was asked of how the source is read.
///
/// @param autoOrient whether the picture is turned upright first
/// @param frames the most frames of a GIF that are used, 1 to [#MAX_FRAMES]; 0 if nothing was
///   asked. Only a GIF can be asked so
/// @param threshold a source with fewer bytes is passed on as it is, and all else is void; 0 if
///   nothing was asked
public record Input(boolean autoOrient, int frames, int threshold) {

    /// The most frames that can be asked for.
    public static final int MAX_FRAMES = 1_000;

    /// Nothing asked: upright, with all frames, whatever the length of the file.
    public static final Input DEFAULT = new Input(true, 0, 0);

    public Input {
        new Range(0, MAX_FRAMES).require(frames, "frames");
        new Range(0, Integer.MAX_VALUE).require(threshold, "threshold");
    }

    /// Whether a source of so many bytes is passed on as it is.
    public boolean passesOn(long bytes) {
        return bytes < threshold;
    }

    Input withAutoOrient(boolean other) {
        return new Input(other, frames, threshold);
    }

    Input withFrames(int other) {
        return new Input(autoOrient, other, threshold);
    }

    Input withThreshold(int other) {
        return new Input(autoOrient, frames, other);
    }
}

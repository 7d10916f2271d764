package io.imagehandler.engine;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.transformation.Size;

/// The most that a source may ask of us. Only ever lowered from outside; the defaults are what we
/// ship.
///
/// @param bytes the encoded source, in bytes
/// @param side the longer side, in pixels
/// @param pixels width x height of one frame
/// @param frames the frames of an animation that are kept
/// @param animationPixels width x height x frames of an animation that is kept
/// @param decodeMemory what rendering holds besides the file, in bytes: of a source the estimate of
///   [ImageFacts#decodeMemory], of a rendition that of [MemoryEstimate]
public record ImageLimits(
        long bytes, int side, long pixels, int frames, long animationPixels, long decodeMemory) {

    public static final ImageLimits DEFAULT =
            new ImageLimits(50_000_000, 30_000, 100_000_000, 200, 50_000_000, 256L << 20);

    public ImageLimits {
        atLeastOne(bytes, "bytes");
        atLeastOne(side, "side");
        atLeastOne(pixels, "pixels");
        atLeastOne(frames, "frames");
        atLeastOne(animationPixels, "animationPixels");
        atLeastOne(decodeMemory, "decodeMemory");
    }

    /// Lets the frames pass that a rendition keeps of its source. A single one always passes: what
    /// it costs was bounded when the source was inspected, so a still rendition of a long animation
    /// can be made.
    ///
    /// @param frame the size of one frame
    /// @param kept how many frames are decoded, at least 1
    /// @throws ImageTooLarge if they are more, or have more pixels together, than an animation may
    public void allowFrames(Size frame, int kept) {
        if (kept == 1) {
            return;
        }
        if (kept > frames) {
            throw new ImageTooLarge(
                    "the animation has %d frames, more than %d".formatted(kept, frames));
        }
        if (frame.pixels() * kept > animationPixels) {
            throw new ImageTooLarge(
                    "the animation has %d frames of %s, more than %d pixels in all"
                            .formatted(kept, frame, animationPixels));
        }
    }

    /// @throws ImageTooLarge if rendering holds more than may be held
    public void allowMemory(MemoryEstimate estimate) {
        if (estimate.besidesTheFile() > decodeMemory) {
            throw new ImageTooLarge(
                    "rendering this takes about %d MiB of memory, more than %d"
                            .formatted(estimate.besidesTheFile() >> 20, decodeMemory >> 20));
        }
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but is " + value);
        }
    }
}

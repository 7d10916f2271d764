package io.imagehandler.engine;

/// The most that a source may ask of us. Only ever lowered from outside; the defaults are what we
/// ship.
///
/// @param bytes the encoded source, in bytes
/// @param side the longer side, in pixels
/// @param pixels width x height of one frame
/// @param frames the frames of an animation that are kept
/// @param animationPixels width x height x frames of an animation that is kept
/// @param decodeMemory the estimate of [ImageFacts#decodeMemory], in bytes
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

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but is " + value);
        }
    }
}

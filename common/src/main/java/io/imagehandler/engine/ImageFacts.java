package io.imagehandler.engine;

import io.imagehandler.transformation.Size;

/// What the header walk found out about a source, without decoding a pixel.
///
/// @param format the format of the bytes
/// @param size one frame as stored, before orientation
/// @param frames the number of frames, at least 1
/// @param channels colour channels with alpha, 1 to 4; 4 with no `alpha` is CMYK
/// @param depth bits a channel, 1 to 16
/// @param alpha whether pixels can be transparent
/// @param coding in which order pixels are stored; what decoding costs in memory depends on it
/// @param orientation how to turn the stored pixels upright
/// @param profile whether an ICC profile is embedded
/// @param jpegQuality the quality 1 to 100 of a JPEG by its luminance table; 0 for other formats
/// @param decodeMemory an upper estimate of what decoding takes, in bytes, besides the file itself
public record ImageFacts(
        SourceFormat format,
        Size size,
        int frames,
        int channels,
        int depth,
        boolean alpha,
        Coding coding,
        Orientation orientation,
        boolean profile,
        int jpegQuality,
        long decodeMemory) {

    /// In which order pixels are stored.
    public enum Coding {
        /// From top to bottom, once: baseline JPEG, plain PNG.
        SEQUENTIAL,
        /// In several passes over the whole picture: progressive JPEG, interlaced PNG.
        PASSES,
        /// As whole frames: GIF, WebP.
        FRAMES
    }

    /// The size of one frame once upright.
    public Size uprightSize() {
        return orientation.upright(size);
    }

    /// Whether there is more than one frame.
    public boolean animated() {
        return frames > 1;
    }
}

package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;

/// What a walk has found so far. Sides are as they stand in the file, still to be held against the
/// limits.
final class Findings {

    /// The longest ICC profile that is used, in bytes as stored; a longer one is as good as none.
    static final long LONGEST_PROFILE = 1_000_000;

    final SourceFormat format;
    long width;
    long height;
    int frames = 1;
    int channels = 3;
    int depth = 8;
    boolean alpha;
    Coding coding = Coding.FRAMES;
    Orientation orientation = Orientation.UPRIGHT;
    boolean profile;
    int jpegQuality;

    /// How many pixels are coded, where that can be more than those of the picture.
    long codedPixels;

    /// What a codec is given.
    ByteBuffer bytes;

    Findings(SourceFormat format, Bytes file) {
        this.format = format;
        this.bytes = file.view(0, file.size());
    }

    /// The channels of colour pictures: three, or four with alpha.
    void colour(boolean withAlpha) {
        alpha = withAlpha;
        channels = withAlpha ? 4 : 3;
    }

    /// How many pixels are decoded; only once both sides are bounded.
    long pixels() {
        return Math.max(width * height, codedPixels);
    }

    ImageFacts facts(long decodeMemory) {
        return new ImageFacts(
                format,
                new Size((int) width, (int) height),
                frames,
                channels,
                depth,
                alpha,
                coding,
                orientation,
                profile,
                jpegQuality,
                decodeMemory);
    }
}

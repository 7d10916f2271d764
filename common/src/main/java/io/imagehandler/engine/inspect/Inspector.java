package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import java.nio.ByteBuffer;
import java.util.List;

/// Names the format of a file and bounds what decoding it may cost, in one linear pass over its
/// structure, before any codec sees a byte.
///
/// Never recurses on input, and ignores name and declared type. Allocates a constant amount, and
/// the copy of a PNG from which chunks are left out. Of an animation it bounds what one frame
/// costs; how many are kept is the affair of [ImageLimits#allowFrames]. Safe for use by many
/// threads.
public final class Inspector {

    private static final List<Format> FORMATS =
            List.of(new Jpeg(), new Png(), new Gif(), new Webp());

    private final ImageLimits limits;
    private final DecodeMemory memory;

    /// For the native engine.
    public Inspector(ImageLimits limits) {
        this(limits, DecodeMemory.NATIVE);
    }

    /// @param memory what decoding takes in the engine that is used
    public Inspector(ImageLimits limits, DecodeMemory memory) {
        this.limits = limits;
        this.memory = memory;
    }

    /// The file with what is known of it. The bytes between the position and the limit are
    /// inspected and then shared, not copied, so they must not change any more.
    ///
    /// @throws OriginalTooLarge if it has more bytes than the limits allow
    /// @throws UnsupportedFormat if its bytes are of no enabled format; an empty file is of none
    /// @throws UndecodableImage if its structure is damaged or cut off
    /// @throws ImageTooLarge if it would cost more than the limits allow
    public CheckedImage inspect(ByteBuffer file) {
        if (file.remaining() > limits.bytes()) {
            throw new OriginalTooLarge("the file has more than " + limits.bytes() + " bytes");
        }
        var bytes = new Bytes(file);
        Findings found = formatOf(bytes).walk(bytes);
        checkSize(found.width, found.height);
        return new CheckedImage(found.bytes, found.facts(checkedMemory(found)));
    }

    private static Format formatOf(Bytes file) {
        for (Format format : FORMATS) {
            if (format.begins(file)) {
                return format;
            }
        }
        throw new UnsupportedFormat("the file is not an image in a format that is enabled here");
    }

    private void checkSize(long width, long height) {
        if (width == 0 || height == 0) {
            throw new UndecodableImage("the picture has no pixels");
        }
        if (Math.max(width, height) > limits.side()) {
            throw tooLarge(width, height, limits.side() + " on a side");
        }
        if (width * height > limits.pixels()) {
            throw tooLarge(width, height, limits.pixels() + " in all");
        }
    }

    private long checkedMemory(Findings found) {
        long estimate = memory.estimate(found);
        if (estimate > limits.decodeMemory()) {
            throw new ImageTooLarge(
                    "decoding %d x %d pixels stored in this way takes too much memory"
                            .formatted(found.width, found.height));
        }
        return estimate;
    }

    private static ImageTooLarge tooLarge(long width, long height, String limit) {
        return new ImageTooLarge(
                "the picture has %d x %d pixels, more than %s".formatted(width, height, limit));
    }
}

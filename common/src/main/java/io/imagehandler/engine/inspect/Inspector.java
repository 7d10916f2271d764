package io.imagehandler.engine.inspect;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/// Names the format of a file and bounds what decoding it may cost, in one linear pass over its
/// structure, before any codec sees a byte.
///
/// Never recurses on input, and ignores name and declared type. Allocates a constant amount, and
/// the copy of a PNG from which chunks are left out. Of an animation it bounds what one frame
/// costs; how many are kept is the affair of [ImageLimits#allowFrames]. Safe for use by many
/// threads.
public final class Inspector {

    /// The formats that are read unless they are taken away.
    public static final Set<SourceFormat> USUAL =
            Set.of(SourceFormat.JPEG, SourceFormat.PNG, SourceFormat.GIF, SourceFormat.WEBP);

    private static final List<Format> FORMATS =
            List.of(new Jpeg(), new Png(), new Gif(), new Webp(), Heif.avif(), Heif.heic());

    private final ImageLimits limits;
    private final DecodeMemory memory;
    private final List<Format> enabled;

    /// For the native engine and the usual formats.
    public Inspector(ImageLimits limits) {
        this(limits, DecodeMemory.NATIVE, USUAL);
    }

    /// @param memory what decoding takes in the engine that is used
    /// @param enabled the formats that pass; AVIF and HEIC only where somebody asked for them
    public Inspector(ImageLimits limits, DecodeMemory memory, Set<SourceFormat> enabled) {
        this.limits = limits;
        this.memory = memory;
        this.enabled = FORMATS.stream().filter(format -> enabled.contains(format.name())).toList();
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
        checkSize(found);
        return new CheckedImage(found.bytes, found.facts(checkedMemory(found)));
    }

    private Format formatOf(Bytes file) {
        for (Format format : enabled) {
            if (format.begins(file)) {
                return format;
            }
        }
        throw new UnsupportedFormat("the file is not an image in a format that is enabled here");
    }

    private void checkSize(Findings found) {
        if (found.width == 0 || found.height == 0) {
            throw new UndecodableImage("the picture has no pixels");
        }
        if (Math.max(found.width, found.height) > limits.side()) {
            throw new ImageTooLarge(
                    "the picture has %d x %d pixels, more than %d on a side"
                            .formatted(found.width, found.height, limits.side()));
        }
        if (found.pixels() > limits.pixels()) {
            throw new ImageTooLarge(
                    "the picture has %d x %d pixels, more than %d are decoded"
                            .formatted(found.width, found.height, limits.pixels()));
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
}

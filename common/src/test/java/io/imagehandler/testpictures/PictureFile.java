package io.imagehandler.testpictures;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.CheckedImages;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;

/// A source made for a test, and what is true of it because it was made so.
///
/// @param bytes the whole file
public record PictureFile(ByteBuffer bytes, ImageFacts facts) {

    public PictureFile {
        bytes = bytes.asReadOnlyBuffer();
    }

    /// Upright, sequential, without a profile; `decodeMemory` is a generous estimate.
    static PictureFile still(byte[] bytes, SourceFormat format, Size size, Pixels pixels) {
        return new PictureFile(
                ByteBuffer.wrap(bytes),
                new ImageFacts(
                        format,
                        size,
                        1,
                        pixels.channels,
                        pixels.depth,
                        pixels.alpha,
                        ImageFacts.Coding.SEQUENTIAL,
                        Orientation.UPRIGHT,
                        false,
                        format == SourceFormat.JPEG ? 90 : 0,
                        size.pixels() * 6));
    }

    /// A view of its own position.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    public byte[] toArray() {
        var array = new byte[bytes.remaining()];
        bytes().get(array);
        return array;
    }

    public Size size() {
        return facts.size();
    }

    /// As an engine takes it.
    public CheckedImage checked() {
        return CheckedImages.of(bytes, facts);
    }

    /// Other bytes of which the same is claimed.
    public PictureFile withBytes(byte[] other) {
        return new PictureFile(ByteBuffer.wrap(other), facts);
    }

    /// The first `percent` of the file, of which the same is claimed.
    public PictureFile cutOffAt(int percent) {
        return new PictureFile(bytes.slice(0, bytes.remaining() * percent / 100), facts);
    }

    PictureFile with(ImageFacts.Coding coding, int frames) {
        return changed(coding, frames, facts.orientation(), facts.profile());
    }

    PictureFile with(Orientation orientation) {
        return changed(facts.coding(), facts.frames(), orientation, facts.profile());
    }

    PictureFile withProfile() {
        return changed(facts.coding(), facts.frames(), facts.orientation(), true);
    }

    private PictureFile changed(
            ImageFacts.Coding coding, int frames, Orientation orientation, boolean profile) {
        return new PictureFile(
                bytes,
                new ImageFacts(
                        facts.format(),
                        facts.size(),
                        frames,
                        facts.channels(),
                        facts.depth(),
                        facts.alpha(),
                        coding,
                        orientation,
                        profile,
                        facts.jpegQuality(),
                        facts.decodeMemory()));
    }

    enum Pixels {
        GREY(1, 8, false),
        GREY_WITH_ALPHA(2, 8, true),
        RGB(3, 8, false),
        RGBA(4, 8, true),
        CMYK(4, 8, false),
        RGB_16(3, 16, false),
        PALETTE(3, 8, false),
        PALETTE_WITH_ALPHA(4, 8, true);

        final int channels;
        final int depth;
        final boolean alpha;

        Pixels(int channels, int depth, boolean alpha) {
            this.channels = channels;
            this.depth = depth;
            this.alpha = alpha;
        }
    }
}

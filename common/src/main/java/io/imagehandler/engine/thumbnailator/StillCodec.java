package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.transformation.Size;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;

/// Decodes the first frame of a file, and no other.
final class StillCodec implements DecodedSource.Codec {

    private final ImageReader reader;
    private final Optional<ICC_Profile> profile;
    private final Canvas canvas;
    private boolean cutOff;

    private StillCodec(
            ImageReader reader, BufferInput input, Optional<ICC_Profile> profile, Canvas canvas) {
        this.reader = reader;
        this.profile = profile;
        this.canvas = canvas;
        reader.addIIOReadWarningListener((_, warning) -> hear(warning));
        Patience.hurry(reader);
        reader.setInput(input, true, true);
    }

    static StillCodec ofJpeg(CheckedImage source) throws IOException {
        var input = new BufferInput(Profiles.honestJpeg(source.bytes()));
        return new StillCodec(Codecs.jpeg(), input, Optional.empty(), Canvas.of(source));
    }

    static StillCodec ofPng(CheckedImage source) {
        var chunks = new PngChunks(source.bytes());
        var input = new BufferInput(source.bytes());
        return new StillCodec(Codecs.reader("png"), input, chunks.profile(), Canvas.of(source));
    }

    static StillCodec ofWebp(CheckedImage source) throws IOException {
        var chunks = new WebpChunks(source.bytes());
        var input = new BufferInput(Profiles.honestWebp(source.bytes()));
        var canvas = new Canvas(source.facts().size(), chunks.left(), chunks.top());
        return new StillCodec(Codecs.webp(), input, Optional.empty(), canvas);
    }

    @Override
    public Frame next() throws IOException {
        var read = reader.read(0);
        Patience.check();
        var image = StandardPixels.of(read, profile);
        if (cutOff) {
            throw new UndecodableImage("the image is cut off");
        }
        return new Frame(canvas.with(image), 0);
    }

    /// ImageIO fills what is missing with grey and only warns.
    private void hear(String warning) {
        var words = warning.toLowerCase(Locale.ROOT);
        cutOff |= words.contains("premature") || words.contains("huffman");
    }

    @Override
    public void close() {
        reader.dispose();
    }

    /// Where the picture lies: the first frame of an animated WebP may cover only a part.
    private record Canvas(Size size, int left, int top) {

        static Canvas of(CheckedImage source) {
            return new Canvas(source.facts().size(), 0, 0);
        }

        BufferedImage with(BufferedImage image) {
            if (image.getWidth() == size.width() && image.getHeight() == size.height()) {
                return image;
            }
            if (left + image.getWidth() > size.width() || top + image.getHeight() > size.height()) {
                throw new UndecodableImage("the image has another size than its header says");
            }
            var canvas =
                    new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
            Pixels.copy(image, canvas, left, top);
            return canvas;
        }
    }
}

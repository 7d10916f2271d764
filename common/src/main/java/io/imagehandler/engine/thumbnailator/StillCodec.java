package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.UndecodableImage;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;

/// Decodes the first frame of a file, and no other.
final class StillCodec implements DecodedSource.Codec {

    private final CheckedImage source;
    private final ImageReader reader;
    private final Optional<ICC_Profile> profile;
    private boolean cutOff;

    private StillCodec(
            CheckedImage source,
            ImageReader reader,
            BufferInput input,
            Optional<ICC_Profile> profile) {
        this.source = source;
        this.reader = reader;
        this.profile = profile;
        reader.addIIOReadWarningListener((_, warning) -> hear(warning));
        reader.setInput(input, true, true);
    }

    static StillCodec ofJpeg(CheckedImage source) throws IOException {
        var input = new BufferInput(source.bytes());
        return new StillCodec(source, Codecs.jpeg(), input, Optional.empty());
    }

    static StillCodec ofPng(CheckedImage source) {
        var chunks = new PngChunks(source.bytes());
        var input = new BufferInput(chunks.critical());
        return new StillCodec(source, Codecs.reader("png"), input, chunks.profile());
    }

    static StillCodec ofWebp(CheckedImage source) throws IOException {
        var input = new BufferInput(source.bytes());
        return new StillCodec(source, Codecs.webp(), input, Optional.empty());
    }

    @Override
    public Frame next() throws IOException {
        var image = StandardPixels.of(reader.read(0), profile);
        if (cutOff) {
            throw new UndecodableImage("the image is cut off");
        }
        var size = source.facts().size();
        if (image.getWidth() == size.width() && image.getHeight() == size.height()) {
            return new Frame(image, 0);
        }
        return new Frame(onCanvas(image), 0);
    }

    /// The first frame of an animated WebP may cover a part of the canvas only.
    private BufferedImage onCanvas(BufferedImage patch) {
        var size = source.facts().size();
        var place = WebpPlace.ofFirstFrame(source.bytes());
        if (place.left() + patch.getWidth() > size.width()
                || place.top() + patch.getHeight() > size.height()) {
            throw new UndecodableImage("the image has another size than its header says");
        }
        var canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Pixels.copy(Pixels.packed(patch), canvas, place.left(), place.top());
        return canvas;
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
}

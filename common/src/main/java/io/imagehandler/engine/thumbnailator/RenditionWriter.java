package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

/// A rendition that is being written, frame after frame.
interface RenditionWriter {

    void add(Frame frame);

    /// The whole file, once all frames are there.
    ByteBuffer finish();

    /// @param repeats how often an animation is repeated: 0 is for ever, -1 if that is not said
    static RenditionWriter of(Plan plan, int repeats) {
        return switch (plan.encoding()) {
            case Encoding.Jpeg(int quality, boolean progressive) ->
                    new Still(frame -> jpeg(frame, quality, progressive));
            case Encoding.Png() -> new Still(RenditionWriter::png);
            case Encoding.Gif() -> new GifWriting(plan.frames() > 1, repeats);
            case Encoding.Webp _, Encoding.Avif _ ->
                    throw new IllegalArgumentException(
                            "the format must be one that this engine writes but is "
                                    + plan.encoding().format());
        };
    }

    private static ByteBuffer jpeg(Frame frame, int quality, boolean progressive) {
        var writer = Codecs.writer("jpeg");
        var param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        param.setOptimizeHuffmanTables(true);
        param.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var opaque = new Frame(Pixels.flattened(frame.image()), frame.delay());
        return written(writer, opaque, param);
    }

    private static ByteBuffer png(Frame frame) {
        var writer = Codecs.writer("png");
        return written(writer, frame, writer.getDefaultWriteParam());
    }

    private static ByteBuffer written(ImageWriter writer, Frame frame, ImageWriteParam param) {
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            Patience.hurry(writer);
            writer.setOutput(output);
            writer.write(null, new IIOImage(frame.image(), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        Patience.check();
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /// Of one frame.
    final class Still implements RenditionWriter {

        /// How the frame becomes a file.
        interface Format {
            ByteBuffer file(Frame frame);
        }

        private final Format format;
        private ByteBuffer file = ByteBuffer.allocate(0);

        Still(Format format) {
            this.format = format;
        }

        @Override
        public void add(Frame frame) {
            file = format.file(frame);
        }

        @Override
        public ByteBuffer finish() {
            return file;
        }
    }
}

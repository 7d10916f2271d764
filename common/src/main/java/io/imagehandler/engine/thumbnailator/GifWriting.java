package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a GIF, each frame whole and with a palette of its own.
final class GifWriting implements RenditionWriter {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final ImageWriter writer = Codecs.writer("gif");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes);
    private final boolean animated;
    private final int repeats;
    private boolean started;

    GifWriting(boolean animated, int repeats) {
        this.animated = animated;
        this.repeats = repeats;
    }

    @Override
    public void add(Frame frame) {
        var image = Palette.of(frame.image()).indexed(frame.image());
        try {
            if (!started) {
                Patience.hurry(writer);
                writer.setOutput(output);
                writer.prepareWriteSequence(null);
            }
            writer.writeToSequence(new IIOImage(image, null, metadata(image, frame.delay())), null);
            started = true;
            Patience.check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer finish() {
        try {
            writer.endWriteSequence();
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private IIOMetadata metadata(BufferedImage image, int delay) throws IIOInvalidTreeException {
        var type = ImageTypeSpecifier.createFromRenderedImage(image);
        var metadata = writer.getDefaultImageMetadata(type, null);
        if (!animated) {
            return metadata;
        }
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        var control =
                (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        // What shows through a frame must be the page, not the frame before.
        control.setAttribute("disposalMethod", "restoreToBackgroundColor");
        control.setAttribute("delayTime", Integer.toString(delay));
        if (!started && repeats >= 0) {
            root.appendChild(repeating());
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private IIOMetadataNode repeating() {
        var extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, (byte) repeats, (byte) (repeats >> 8)});
        var all = new IIOMetadataNode("ApplicationExtensions");
        all.appendChild(extension);
        return all;
    }
}

package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.inspect.CheckedImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/// Decodes a GIF as a viewer shows it: each frame drawn on what the ones before have left.
final class GifCodec implements DecodedSource.Codec {

    private final ImageReader reader;
    private final BufferedImage canvas;
    private int next;
    private Runnable disposal = () -> {};

    GifCodec(CheckedImage source) {
        var size = source.facts().size();
        canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        reader = Codecs.reader("gif");
        Patience.hurry(reader);
        reader.setInput(new BufferInput(source.bytes()), false, false);
    }

    @Override
    public int repeats() throws IOException {
        var extensions = metadata(0).getElementsByTagName("ApplicationExtension");
        return IntStream.range(0, extensions.getLength())
                .mapToObj(i -> (IIOMetadataNode) extensions.item(i))
                .filter(node -> "NETSCAPE".equals(node.getAttribute("applicationID")))
                .map(node -> (byte[]) node.getUserObject())
                .filter(data -> data.length >= 3 && data[0] == 1)
                .mapToInt(data -> (data[1] & 0xFF) | (data[2] & 0xFF) << 8)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public Frame next() throws IOException {
        disposal.run();
        var metadata = metadata(next);
        var image = reader.read(next);
        Patience.check();
        next++;
        var place = child(metadata, "ImageDescriptor");
        var control = child(metadata, "GraphicControlExtension");
        var patch =
                new Patch(
                        number(place, "imageLeftPosition"),
                        number(place, "imageTopPosition"),
                        image.getWidth(),
                        image.getHeight());
        var before = patch.of(canvas);
        disposal =
                switch (control.getAttribute("disposalMethod")) {
                    case "restoreToBackgroundColor" -> () -> patch.clear(canvas);
                    case "restoreToPrevious" ->
                            () -> Pixels.copy(before, canvas, patch.left(), patch.top());
                    default -> () -> {};
                };
        draw(image, patch);
        return new Frame(shown(), number(control, "delayTime"));
    }

    private void draw(BufferedImage image, Patch patch) {
        var model = (IndexColorModel) image.getColorModel();
        var palette = new int[model.getMapSize()];
        model.getRGBs(palette);
        var data = Pixels.data(canvas);
        var row = new int[patch.width()];
        for (int y = 0; y < patch.height(); y++) {
            image.getRaster().getSamples(0, y, row.length, 1, 0, row);
            int at = (patch.top() + y) * canvas.getWidth() + patch.left();
            for (int x = 0; x < row.length; x++) {
                int argb = palette[row[x]];
                if (argb >>> 24 != 0) {
                    data[at + x] = argb;
                }
            }
        }
    }

    /// A copy of the canvas, without alpha if it needs none.
    private BufferedImage shown() {
        var data = Pixels.data(canvas);
        boolean opaque = Arrays.stream(data).allMatch(argb -> argb >>> 24 == 255);
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        var copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), type);
        System.arraycopy(data, 0, Pixels.data(copy), 0, data.length);
        return copy;
    }

    private IIOMetadataNode metadata(int frame) throws IOException {
        return (IIOMetadataNode)
                reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        var child = root.getElementsByTagName(name).item(0);
        return child == null ? new IIOMetadataNode(name) : (IIOMetadataNode) child;
    }

    private static int number(IIOMetadataNode node, String attribute) {
        var value = node.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    @Override
    public void close() {
        reader.dispose();
    }

    /// The area of a frame on the canvas.
    private record Patch(int left, int top, int width, int height) {

        BufferedImage of(BufferedImage canvas) {
            return Pixels.cut(canvas, left, top, Pixels.blank(canvas, width, height));
        }

        void clear(BufferedImage canvas) {
            for (int y = top; y < top + height; y++) {
                int at = y * canvas.getWidth() + left;
                Arrays.fill(Pixels.data(canvas), at, at + width, 0);
            }
        }
    }
}

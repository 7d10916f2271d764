package io.imagehandler.testpictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/// A GIF as a viewer shows it.
///
/// @param frames each with all that shows at its time
/// @param delays of each frame, in hundredths of a second
/// @param plays how often it is played; 0 is for ever
public record Animation(List<BufferedImage> frames, List<Integer> delays, int plays) {

    public static Animation ofGif(byte[] gif) {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, false, false);
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static Animation read(ImageReader reader) throws IOException {
        var stream =
                (IIOMetadataNode)
                        reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
        var screen = child(stream, "LogicalScreenDescriptor");
        var canvas =
                new BufferedImage(
                        number(screen, "logicalScreenWidth"),
                        number(screen, "logicalScreenHeight"),
                        BufferedImage.TYPE_INT_ARGB);
        var frames = new ArrayList<BufferedImage>();
        var delays = new ArrayList<Integer>();
        int plays = 1;
        for (int i = 0; i < reader.getNumImages(true); i++) {
            var image =
                    (IIOMetadataNode)
                            reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            plays = i == 0 ? plays(image) : plays;
            delays.add(number(child(image, "GraphicControlExtension"), "delayTime"));
            var before = copy(canvas);
            var place = child(image, "ImageDescriptor");
            int left = number(place, "imageLeftPosition");
            int top = number(place, "imageTopPosition");
            var pixels = reader.read(i);
            canvas.createGraphics().drawImage(pixels, left, top, null);
            frames.add(copy(canvas));
            switch (child(image, "GraphicControlExtension").getAttribute("disposalMethod")) {
                case "restoreToPrevious" -> canvas = before;
                case "restoreToBackgroundColor" ->
                        clear(canvas, left, top, pixels.getWidth(), pixels.getHeight());
                default -> {}
            }
        }
        return new Animation(List.copyOf(frames), List.copyOf(delays), plays);
    }

    private static int plays(IIOMetadataNode image) {
        var extensions = image.getElementsByTagName("ApplicationExtension");
        return IntStream.range(0, extensions.getLength())
                .mapToObj(i -> (IIOMetadataNode) extensions.item(i))
                .filter(node -> node.getAttribute("applicationID").equals("NETSCAPE"))
                .map(node -> (byte[]) node.getUserObject())
                .mapToInt(data -> (data[1] & 0xFF) | (data[2] & 0xFF) << 8)
                .map(repeats -> repeats == 0 ? 0 : repeats + 1)
                .findFirst()
                .orElse(1);
    }

    private static void clear(BufferedImage canvas, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                canvas.setRGB(x, y, 0);
            }
        }
    }

    private static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }
}

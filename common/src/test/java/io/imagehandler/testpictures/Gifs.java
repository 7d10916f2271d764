package io.imagehandler.testpictures;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.testpictures.PictureFile.Pixels;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// GIF files.
public final class Gifs {

    private static final String IMAGE = "javax_imageio_gif_image_1.0";

    private Gifs() {}

    /// What becomes of a frame's area before the next one is drawn.
    public enum Disposal {
        NONE("none"),
        KEEP("doNotDispose"),
        BACKGROUND("restoreToBackgroundColor"),
        PREVIOUS("restoreToPrevious");

        private final String word;

        Disposal(String word) {
            this.word = word;
        }
    }

    /// @param left where the frame lies on the canvas, in pixels
    /// @param delay in hundredths of a second
    public record Frame(BufferedImage image, int left, int top, int delay, Disposal disposal) {

        public static Frame whole(BufferedImage image, int delay) {
            return new Frame(image, 0, 0, delay, Disposal.NONE);
        }
    }

    public static PictureFile still(BufferedImage image) {
        return of(List.of(Frame.whole(image, 0)), 1);
    }

    /// @param frames the first one covers the canvas
    /// @param plays how often it is played; 0 is for ever, 1 leaves the extension out
    public static PictureFile of(List<Frame> frames, int plays) {
        var first = frames.getFirst().image();
        boolean alpha = first.getColorModel().hasAlpha();
        return PictureFile.still(
                        written(frames, plays),
                        SourceFormat.GIF,
                        new Size(first.getWidth(), first.getHeight()),
                        alpha ? Pixels.PALETTE_WITH_ALPHA : Pixels.PALETTE)
                .with(ImageFacts.Coding.FRAMES, frames.size());
    }

    /// With XMP and a comment of [Secrets], right before the end.
    public static PictureFile withSecrets(PictureFile gif) {
        var old = gif.toArray();
        var bytes = new Octets().all(Arrays.copyOf(old, old.length - 1));
        bytes.u8(0x21, 0xFE, Secrets.WORD.length()).all(Secrets.ascii(Secrets.WORD)).u8(0);
        bytes.u8(0x21, 0xFF, 11).all(Secrets.ascii("XMP DataXMP"));
        bytes.u8(Secrets.xmp().length).all(Secrets.xmp()).u8(0);
        return gif.withBytes(bytes.u8(0x3B).toArray());
    }

    private static byte[] written(List<Frame> frames, int plays) {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                var frame = frames.get(i);
                var metadata = metadata(writer, frame, i == 0 ? plays : 1);
                writer.writeToSequence(new IIOImage(frame.image(), null, metadata), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadata metadata(ImageWriter writer, Frame frame, int plays)
            throws IIOInvalidTreeException {
        var type = ImageTypeSpecifier.createFromRenderedImage(frame.image());
        var metadata = writer.getDefaultImageMetadata(type, null);
        var root = (IIOMetadataNode) metadata.getAsTree(IMAGE);
        var place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(frame.left()));
        place.setAttribute("imageTopPosition", Integer.toString(frame.top()));
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", frame.disposal().word);
        control.setAttribute("delayTime", Integer.toString(frame.delay()));
        if (plays != 1) {
            root.appendChild(netscape(plays == 0 ? 0 : plays - 1));
        }
        metadata.setFromTree(IMAGE, root);
        return metadata;
    }

    private static IIOMetadataNode netscape(int repeats) {
        var extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, (byte) repeats, (byte) (repeats >> 8)});
        var all = new IIOMetadataNode("ApplicationExtensions");
        all.appendChild(extension);
        return all;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}

package io.imagehandler.testpictures;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.testpictures.PictureFile.Pixels;
import io.imagehandler.transformation.Size;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// JPEG files of quality 90.
public final class Jpegs {

    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP13 = 0xED;
    private static final int APP14 = 0xEE;
    private static final int COMMENT = 0xFE;

    private Jpegs() {}

    public static PictureFile baseline(BufferedImage image) {
        var pixels = image.getType() == BufferedImage.TYPE_BYTE_GRAY ? Pixels.GREY : Pixels.RGB;
        return file(written(new IIOImage(image, null, null), false), sizeOf(image), pixels);
    }

    /// One channel.
    public static PictureFile grey(BufferedImage image) {
        return baseline(Pictures.redrawn(image, BufferedImage.TYPE_BYTE_GRAY));
    }

    public static PictureFile progressive(BufferedImage image) {
        return file(written(new IIOImage(image, null, null), true), sizeOf(image), Pixels.RGB)
                .with(ImageFacts.Coding.PASSES, 1);
    }

    /// Flat CMYK as Adobe writes it, inverted; each ink 0 to 255.
    public static PictureFile cmyk(Size size, int cyan, int magenta, int yellow, int black) {
        var raster =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, size.width(), size.height(), 4, null);
        int[] stored = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                raster.setPixel(x, y, stored);
            }
        }
        var adobe = new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        var jpeg = written(new IIOImage(raster, null, null), false);
        return file(withSegment(jpeg, APP14, adobe), size, Pixels.CMYK);
    }

    /// The same pixels with an EXIF tag `Orientation`, 1 to 8 if it shall mean something.
    public static PictureFile withOrientation(PictureFile jpeg, int tag) {
        return withOrientation(jpeg, tag, ByteOrder.BIG_ENDIAN);
    }

    public static PictureFile withOrientation(PictureFile jpeg, int tag, ByteOrder order) {
        var tiff = ByteBuffer.allocate(6 + 26).put(ascii("Exif\0\0")).order(order);
        tiff.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42);
        tiff.putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3);
        tiff.putInt(1).putShort((short) tag).putShort((short) 0).putInt(0);
        return jpeg.withBytes(withSegment(jpeg.toArray(), APP1, tiff.array()))
                .with(Orientation.ofTag(tag));
    }

    public static PictureFile withProfile(PictureFile jpeg, ICC_Profile profile) {
        var data = profile.getData();
        var payload = ByteBuffer.allocate(14 + data.length);
        payload.put(ascii("ICC_PROFILE\0")).put((byte) 1).put((byte) 1).put(data);
        return jpeg.withBytes(withSegment(jpeg.toArray(), APP2, payload.array())).withProfile();
    }

    /// With all of [Secrets] and a comment.
    public static PictureFile withSecrets(PictureFile jpeg) {
        var bytes = withSegment(jpeg.toArray(), COMMENT, ascii(Secrets.WORD));
        bytes = withSegment(bytes, APP13, Secrets.iptc());
        bytes = withSegment(bytes, APP1, joined("http://ns.adobe.com/xap/1.0/\0", Secrets.xmp()));
        bytes = withSegment(bytes, APP1, joined("Exif\0\0", Secrets.exif()));
        return jpeg.withBytes(bytes);
    }

    private static byte[] joined(String name, byte[] data) {
        return ByteBuffer.allocate(name.length() + data.length).put(ascii(name)).put(data).array();
    }

    /// With one more segment right after the start of the image.
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        return ByteBuffer.allocate(jpeg.length + 4 + payload.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static PictureFile file(byte[] jpeg, Size size, Pixels pixels) {
        return PictureFile.still(jpeg, SourceFormat.JPEG, size, pixels);
    }

    private static byte[] written(IIOImage image, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.9f);
        param.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Size sizeOf(BufferedImage image) {
        return new Size(image.getWidth(), image.getHeight());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

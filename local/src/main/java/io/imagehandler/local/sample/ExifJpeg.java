package io.imagehandler.local.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// JPEG files as phones write them: the pixels as the sensor lies, and a note how to turn them.
public final class ExifJpeg {

    /// The orientation of a phone held upright: to be turned by 90° clockwise.
    public static final int TURN_CLOCKWISE = 6;

    private static final float QUALITY = 0.9f;
    private static final int START = 2;
    private static final byte[] MARKER = {(byte) 0xFF, (byte) 0xE1};
    private static final int DESCRIPTION = 0x010E;
    private static final int ORIENTATION = 0x0112;
    private static final int TEXT = 2;
    private static final int SHORT = 3;

    private ExifJpeg() {}

    /// The file of the stored pixels.
    ///
    /// @param orientation 1 to 8, as Exif counts them
    /// @param description some text that belongs to the picture, in ASCII
    public static byte[] of(BufferedImage stored, int orientation, String description)
            throws IOException {
        var plain = encoded(stored);
        var exif = exif(orientation, (description + "\0").getBytes(US_ASCII));
        return ByteBuffer.allocate(plain.length + MARKER.length + Short.BYTES + exif.length)
                .put(plain, 0, START)
                .put(MARKER)
                .putShort((short) (Short.BYTES + exif.length))
                .put(exif)
                .put(plain, START, plain.length - START)
                .array();
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, List.of(), null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// A TIFF header and one directory of two entries; the text lies behind it.
    private static byte[] exif(int orientation, byte[] description) {
        var header = 8;
        var directory = Short.BYTES + 2 * 12 + Integer.BYTES;
        return ByteBuffer.allocate(6 + header + directory + description.length)
                .put("Exif\0\0MM\0*".getBytes(US_ASCII))
                .putInt(header)
                .putShort((short) 2)
                .putShort((short) DESCRIPTION)
                .putShort((short) TEXT)
                .putInt(description.length)
                .putInt(header + directory)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(description)
                .array();
    }
}

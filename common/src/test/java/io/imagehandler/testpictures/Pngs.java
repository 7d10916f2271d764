package io.imagehandler.testpictures;

import io.imagehandler.engine.SourceFormat;
import io.imagehandler.testpictures.PictureFile.Pixels;
import io.imagehandler.transformation.Size;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/// PNG files.
public final class Pngs {

    private static final int AFTER_HEADER = 8 + 25;

    private Pngs() {}

    /// In the kind of pixels that the image has: grey, RGB, RGBA or palette.
    public static PictureFile of(BufferedImage image) {
        return PictureFile.still(
                written(image),
                SourceFormat.PNG,
                new Size(image.getWidth(), image.getHeight()),
                pixels(image));
    }

    /// Grey, 8 bits.
    public static PictureFile grey(BufferedImage image) {
        return of(Pictures.redrawn(image, BufferedImage.TYPE_BYTE_GRAY));
    }

    /// Flat grey of 8 bits with alpha, both 0 to 255.
    public static PictureFile greyWithAlpha(Size size, int grey, int alpha) {
        var space = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        var model =
                new ComponentColorModel(
                        space, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        var raster = model.createCompatibleWritableRaster(size.width(), size.height());
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                raster.setPixel(x, y, new int[] {grey, alpha});
            }
        }
        var image = new BufferedImage(model, raster, false, null);
        return PictureFile.still(written(image), SourceFormat.PNG, size, Pixels.GREY_WITH_ALPHA);
    }

    /// Flat RGB of 16 bits a channel, each 0 to 65535.
    public static PictureFile deep(Size size, int red, int green, int blue) {
        var space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var model =
                new ComponentColorModel(
                        space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(size.width(), size.height());
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                raster.setPixel(x, y, new int[] {red, green, blue});
            }
        }
        var image = new BufferedImage(model, raster, false, null);
        return PictureFile.still(written(image), SourceFormat.PNG, size, Pixels.RGB_16);
    }

    /// A palette of these colours (ARGB, 2 to 256 of them) in vertical stripes.
    public static PictureFile palette(Size size, int... colors) {
        var model = new IndexColorModel(8, colors.length, colors, 0, true, -1, 0);
        var image =
                new BufferedImage(
                        size.width(), size.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                image.getRaster().setSample(x, y, 0, x * colors.length / size.width());
            }
        }
        return of(image);
    }

    public static PictureFile withProfile(PictureFile png, ICC_Profile profile) {
        var zipped = new byte[profile.getData().length + 1024];
        try (var deflater = new Deflater()) {
            deflater.setInput(profile.getData());
            deflater.finish();
            int length = deflater.deflate(zipped);
            var payload = ByteBuffer.allocate(3 + length).put(new byte[] {'p', 0, 0});
            payload.put(zipped, 0, length);
            return withChunk(png, "iCCP", payload.array()).withProfile();
        }
    }

    /// With Exif, XMP and a comment of [Secrets].
    public static PictureFile withSecrets(PictureFile png) {
        var xmp = new Octets().all(Secrets.ascii("XML:com.adobe.xmp\0\0\0\0\0"));
        var noted = withChunk(png, "tEXt", Secrets.ascii("Comment\0" + Secrets.WORD));
        var described = withChunk(noted, "iTXt", xmp.all(Secrets.xmp()).toArray());
        return withChunk(described, "eXIf", Secrets.exif());
    }

    /// With one more chunk right after the header.
    public static PictureFile withChunk(PictureFile png, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        var old = png.toArray();
        return png.withBytes(
                ByteBuffer.allocate(old.length + 12 + data.length)
                        .put(old, 0, AFTER_HEADER)
                        .putInt(data.length)
                        .put(name)
                        .put(data)
                        .putInt((int) crc.getValue())
                        .put(old, AFTER_HEADER, old.length - AFTER_HEADER)
                        .array());
    }

    /// The same chunks with their lengths and checksums right, but pixel data that cannot be
    /// inflated.
    public static PictureFile withDamagedPixels(PictureFile png) {
        var bytes = png.toArray();
        var file = ByteBuffer.wrap(bytes);
        for (int at = 8; at < bytes.length; at += 12 + file.getInt(at)) {
            if (file.getInt(at + 4) == 0x49444154) { // IDAT
                int length = file.getInt(at);
                for (int i = at + 8 + length / 3; i < at + 8 + length; i++) {
                    bytes[i] = (byte) 0xFF;
                }
                var crc = new CRC32();
                crc.update(bytes, at + 4, 4 + length);
                file.putInt(at + 8 + length, (int) crc.getValue());
            }
        }
        return png.withBytes(bytes);
    }

    private static Pixels pixels(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel model) {
            return model.hasAlpha() ? Pixels.PALETTE_WITH_ALPHA : Pixels.PALETTE;
        }
        if (image.getColorModel().getNumComponents() == 1) {
            return Pixels.GREY;
        }
        return image.getColorModel().hasAlpha() ? Pixels.RGBA : Pixels.RGB;
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalArgumentException("no PNG can hold " + image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.imagehandler.engine.thumbnailator;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Optional;

/// Whatever a codec decodes to, as 8-bit sRGB.
final class StandardPixels {

    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final int STRIP = 64;

    private StandardPixels() {}

    /// @param profile what the pixels' colours mean; sRGB if there is none
    static BufferedImage of(BufferedImage decoded, Optional<ICC_Profile> profile) {
        if (profile.isEmpty()) {
            return eightBits(decoded);
        }
        var image = Pixels.packed(eightBits(decoded));
        convert(image, profile.get(), decoded.getColorModel().getNumColorComponents() == 1);
        return image;
    }

    private static BufferedImage eightBits(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR ->
                    image;
            default ->
                    image.getColorModel() instanceof ComponentColorModel model
                                    && isKnown(model.getColorSpace())
                            ? bySamples(image)
                            : byColorModel(image);
        };
    }

    private static boolean isKnown(ColorSpace space) {
        return space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY;
    }

    /// Grey or RGB with or without alpha, of 8 or 16 bits. Java2D would take grey for linear and so
    /// make it brighter.
    private static BufferedImage bySamples(BufferedImage image) {
        int width = image.getWidth();
        int bands = image.getRaster().getNumBands();
        boolean alpha = bands % 2 == 0;
        int green = bands > 2 ? 1 : 0;
        int blue = bands > 2 ? 2 : 0;
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        var result = Pixels.blank(image, width, image.getHeight());
        var data = Pixels.data(result);
        var samples = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, width, 1, samples);
            for (int x = 0, at = 0; x < width; x++, at += bands) {
                data[y * width + x] =
                        (alpha ? eight(samples[at + bands - 1], most) : 255) << 24
                                | eight(samples[at], most) << 16
                                | eight(samples[at + green], most) << 8
                                | eight(samples[at + blue], most);
            }
        }
        return result;
    }

    private static int eight(int sample, int most) {
        return most == 255 ? sample : (int) ((sample * 255L + most / 2) / most);
    }

    /// Palettes and the rest.
    private static BufferedImage byColorModel(BufferedImage image) {
        int width = image.getWidth();
        var result = Pixels.blank(image, width, image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, Pixels.data(result), y * width, width);
        }
        return result;
    }

    private static void convert(BufferedImage image, ICC_Profile profile, boolean grey) {
        int bands = profile.getNumComponents();
        if (bands != (grey ? 1 : 3)) {
            return; // made for other pixels than these
        }
        try {
            var conversion = new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null);
            for (int top = 0; top < image.getHeight(); top += STRIP) {
                convert(image, top, bands, conversion);
            }
        } catch (CMMException | IllegalArgumentException e) {
            // Viewers show such a picture as if it had no profile.
            return;
        }
    }

    private static void convert(
            BufferedImage image, int top, int bands, ColorConvertOp conversion) {
        int width = image.getWidth();
        int height = Math.min(STRIP, image.getHeight() - top);
        var data = Pixels.data(image);
        var from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, bands, null);
        var to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
        var row = new int[width * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < bands; band++) {
                    row[x * bands + band] = data[(top + y) * width + x] >> (16 - 8 * band) & 0xFF;
                }
            }
            from.setPixels(0, y, width, 1, row);
        }
        conversion.filter(from, to);
        for (int y = 0; y < height; y++) {
            to.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = (top + y) * width + x;
                data[at] =
                        (data[at] & 0xFF000000)
                                | row[3 * x] << 16
                                | row[3 * x + 1] << 8
                                | row[3 * x + 2];
            }
        }
    }
}

package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// How much a pixel draws attention.
final class Saliency {

    /// As bright a pixel is needed for its colour to count; 0 to 255.
    private static final int DIM = 40;

    private static final int SKIN = 100;

    private Saliency() {}

    /// Edges count most, then skin tones, then saturation. A transparent pixel draws none.
    ///
    /// @param image of integers
    static int of(BufferedImage image, int x, int y) {
        int argb = pixel(image, x, y);
        int alpha = image.getColorModel().hasAlpha() ? argb >>> 24 : 255;
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        int saturation = most < DIM ? 0 : (most - least) / 2;
        int skin = isSkin(red, green, blue) ? SKIN : 0;
        return (edges(image, x, y) * 2 + skin + saturation) * alpha / 255;
    }

    /// How different the neighbours are: in lightness, 0 to 255 each way.
    private static int edges(BufferedImage image, int x, int y) {
        int middle = 4 * luma(image, x, y);
        int around =
                luma(image, x - 1, y)
                        + luma(image, x + 1, y)
                        + luma(image, x, y - 1)
                        + luma(image, x, y + 1);
        return Math.abs(middle - around) / 4;
    }

    /// Of any complexion: they differ in brightness, hardly in hue.
    private static boolean isSkin(int red, int green, int blue) {
        return red > 60
                && red > green
                && green > blue
                && (red - green) * 10 > red
                && (red - blue) * 10 > 2 * red
                && (red - blue) * 10 < 7 * red;
    }

    private static int luma(BufferedImage image, int x, int y) {
        int rgb = pixel(image, x, y);
        return ((rgb >> 16 & 0xFF) * 54 + (rgb >> 8 & 0xFF) * 183 + (rgb & 0xFF) * 19) >> 8;
    }

    /// Beyond the edge it is repeated.
    private static int pixel(BufferedImage image, int x, int y) {
        int column = Math.clamp(x, 0, image.getWidth() - 1);
        int row = Math.clamp(y, 0, image.getHeight() - 1);
        return Pixels.data(image)[row * image.getWidth() + column];
    }
}

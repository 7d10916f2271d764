package io.imagehandler.engine.thumbnailator;

import java.awt.image.BufferedImage;

/// The colours between the pixels of an image, by the cubic of Catmull and Rom, alpha
/// premultiplied. For one thread.
final class Bicubic {

    private static final int TAPS = 4;

    private final int[] data;
    private final int width;
    private final int height;
    private final int opaque;
    private final int around;
    private final float[] across = new float[TAPS];
    private final float[] down = new float[TAPS];

    /// @param packed an image of integers
    /// @param around the colour that surrounds it, as ARGB
    Bicubic(BufferedImage packed, int around) {
        this.data = Pixels.data(packed);
        this.width = packed.getWidth();
        this.height = packed.getHeight();
        this.opaque = packed.getColorModel().hasAlpha() ? 0 : 0xFF000000;
        this.around = around;
    }

    /// The colour at (`x`, `y`), which is (0, 0) in the middle of the first pixel.
    int at(double x, double y) {
        if (x < -2 || y < -2 || x > width + 1 || y > height + 1) {
            return around;
        }
        int left = (int) Math.floor(x) - 1;
        int top = (int) Math.floor(y) - 1;
        weigh((float) (x - left - 1), across);
        weigh((float) (y - top - 1), down);
        float red = 0;
        float green = 0;
        float blue = 0;
        float alpha = 0;
        for (int row = 0; row < TAPS; row++) {
            for (int column = 0; column < TAPS; column++) {
                int argb = pixel(left + column, top + row);
                float weight = down[row] * across[column] * (argb >>> 24);
                red += weight * (argb >> 16 & 0xFF);
                green += weight * (argb >> 8 & 0xFF);
                blue += weight * (argb & 0xFF);
                alpha += weight;
            }
        }
        return FloatPixels.pack(red / 255, green / 255, blue / 255, alpha);
    }

    private int pixel(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return around;
        }
        return data[y * width + x] | opaque;
    }

    /// @param t how far between the second and the third of the four, 0 to 1
    private static void weigh(float t, float[] weights) {
        weights[0] = ((2 - t) * t - 1) * t / 2;
        weights[1] = ((3 * t - 5) * t * t + 2) / 2;
        weights[2] = ((4 - 3 * t) * t + 1) * t / 2;
        weights[3] = (t - 1) * t * t / 2;
    }
}

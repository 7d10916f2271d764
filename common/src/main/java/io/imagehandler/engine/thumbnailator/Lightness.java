package io.imagehandler.engine.thumbnailator;

/// CIELAB's lightness, 0 to 100, of premultiplied pixels; white is that of sRGB.
final class Lightness {

    /// White's X and Z; its Y is 1.
    private static final float WHITE_X = 0.95047f;

    private static final float WHITE_Z = 1.08883f;

    /// Below this share of white, lightness is linear.
    private static final float DARK = 216f / 24389;

    private static final float SLOPE = 24389f / 27;

    /// What is less of a change cannot be seen in 8 bits.
    private static final float LEAST = 0.01f;

    private Lightness() {}

    /// Fills `lightness` with that of each pixel.
    static void of(int[] argb, float[] lightness) {
        for (int x = 0; x < argb.length; x++) {
            float opacity = (argb[x] >>> 24) / 255f;
            lightness[x] =
                    116
                                    * root(
                                            0.2126729f * light(argb[x] >> 16, opacity)
                                                    + 0.7151522f * light(argb[x] >> 8, opacity)
                                                    + 0.0721750f * light(argb[x], opacity))
                            - 16;
        }
    }

    /// The pixel made lighter by `by`. Its two axes of colour stay, as far as sRGB has room.
    static int changed(int argb, float by) {
        int alpha = argb >>> 24;
        if (Math.abs(by) < LEAST || alpha == 0) {
            return argb;
        }
        float opacity = alpha / 255f;
        float red = light(argb >> 16, opacity);
        float green = light(argb >> 8, opacity);
        float blue = light(argb, opacity);
        // Both axes are differences of the three roots, so they stay if all three change alike.
        float x = moved((0.4124564f * red + 0.3575761f * green + 0.1804375f * blue) / WHITE_X, by);
        float y = moved(0.2126729f * red + 0.7151522f * green + 0.0721750f * blue, by);
        float z = moved((0.0193339f * red + 0.1191920f * green + 0.9503041f * blue) / WHITE_Z, by);
        x *= WHITE_X;
        z *= WHITE_Z;
        return FloatPixels.pack(
                SrgbCurve.channel(3.2404542f * x - 1.5371385f * y - 0.4985314f * z),
                SrgbCurve.channel(-0.9692660f * x + 1.8760108f * y + 0.0415560f * z),
                SrgbCurve.channel(0.0556434f * x - 0.2040259f * y + 1.0572252f * z),
                alpha);
    }

    private static float light(int channel, float opacity) {
        return SrgbCurve.light((channel & 0xFF) * opacity);
    }

    private static float moved(float light, float by) {
        float root = root(light) + by / 116;
        float cube = root * root * root;
        return cube > DARK ? cube : (116 * root - 16) / SLOPE;
    }

    private static float root(float light) {
        return light > DARK ? (float) Math.cbrt(light) : (SLOPE * light + 16) / 116;
    }
}

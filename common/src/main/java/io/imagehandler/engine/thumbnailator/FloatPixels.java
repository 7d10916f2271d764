package io.imagehandler.engine.thumbnailator;

/// Premultiplied pixels, 0 to 255 a channel: red, green, blue and, of four channels, alpha.
final class FloatPixels {

    private FloatPixels() {}

    static void unpack(int[] argb, float[] pixels, int channels) {
        for (int x = 0, at = 0; x < argb.length; x++, at += channels) {
            int pixel = argb[x];
            float opacity = channels == 4 ? (pixel >>> 24) / 255f : 1;
            pixels[at] = (pixel >> 16 & 0xFF) * opacity;
            pixels[at + 1] = (pixel >> 8 & 0xFF) * opacity;
            pixels[at + 2] = (pixel & 0xFF) * opacity;
            if (channels == 4) {
                pixels[at + 3] = pixel >>> 24;
            }
        }
    }

    /// Packs all of `pixels` into `argb` from `offset` on.
    static void pack(float[] pixels, int[] argb, int offset, int channels) {
        for (int at = 0, to = offset; at < pixels.length; at += channels, to++) {
            float alpha = channels == 4 ? pixels[at + 3] : 255;
            argb[to] = pack(pixels[at], pixels[at + 1], pixels[at + 2], alpha);
        }
    }

    static int pack(float red, float green, float blue, float alpha) {
        int opacity = round(alpha);
        if (opacity == 0) {
            return 0;
        }
        // Where a kernel overshoots, so does alpha; no more opacity is no brighter colour.
        float scale = 255 / alpha;
        return opacity << 24
                | round(red * scale) << 16
                | round(green * scale) << 8
                | round(blue * scale);
    }

    private static int round(float channel) {
        return channel <= 0 ? 0 : channel >= 255 ? 255 : (int) (channel + 0.5f);
    }
}

package io.imagehandler.engine.thumbnailator;

/// Between the channels of sRGB, 0 to 255, and light, 0 to 1.
final class SrgbCurve {

    private static final int STEPS = 1 << 14;

    private static final float[] LIGHT = new float[257];
    private static final float[] CHANNEL = new float[STEPS + 2];

    static {
        for (int i = 0; i < LIGHT.length; i++) {
            LIGHT[i] = (float) light(i / 255.0);
        }
        for (int i = 0; i < CHANNEL.length; i++) {
            CHANNEL[i] = (float) (255 * channel((double) i / STEPS));
        }
    }

    private SrgbCurve() {}

    /// @param channel 0 to 255
    static float light(float channel) {
        int below = (int) channel;
        return LIGHT[below] + (channel - below) * (LIGHT[below + 1] - LIGHT[below]);
    }

    /// @param light what is below 0 or above 1 is taken for that
    static float channel(float light) {
        float at = Math.clamp(light, 0f, 1f) * STEPS;
        int below = (int) at;
        return CHANNEL[below] + (at - below) * (CHANNEL[below + 1] - CHANNEL[below]);
    }

    private static double light(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double channel(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}

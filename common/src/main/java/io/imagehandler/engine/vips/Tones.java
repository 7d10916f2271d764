package io.imagehandler.engine.vips;

import java.lang.foreign.MemorySegment;
import java.util.function.IntUnaryOperator;

/// Changes pixels each for itself, by tables of what becomes of every value.
final class Tones {

    private static final int LEVELS = 256;
    private static final int FINE_LEVELS = 65_536;

    /// From one level to the next of the finer scale.
    private static final int FINE = 257;

    /// By what part each channel is bright, of Rec. 709.
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};

    private static final short[] TO_LINEAR = toLinear();
    private static final byte[] FROM_LINEAR = fromLinear();

    private Tones() {}

    static Picture brightened(Picture picture, int by) {
        return mapped(picture, value -> value + by, value -> value);
    }

    static Picture contrasted(Picture picture, double factor) {
        return mapped(picture, value -> (int) Math.round(factor * value), value -> value);
    }

    /// The picture with every alpha times `percent` / 100.
    static Picture faded(Picture picture, int percent) {
        return percent == 100
                ? picture
                : mapped(picture, value -> value, value -> (value * percent + 50) / 100);
    }

    /// Luminance in linear light. libvips has its own idea of how bright the channels are.
    static Picture grey(Picture picture) {
        int channels = picture.bands();
        var linear = new short[LEVELS * channels];
        var standard = new byte[FINE_LEVELS * channels];
        for (int i = 0; i < linear.length; i++) {
            boolean alpha = i % channels == 3;
            linear[i] = alpha ? (short) (i / channels * FINE) : TO_LINEAR[i / channels];
        }
        for (int i = 0; i < standard.length; i++) {
            boolean alpha = i % channels == 3;
            standard[i] = alpha ? (byte) (i / channels / FINE) : FROM_LINEAR[i / channels];
        }
        Session session = picture.session();
        Picture mixed =
                looked(
                                picture,
                                session.table(
                                        MemorySegment.ofArray(linear), channels, Picture.SHORT))
                        .call("recomb")
                        .set("m", session.matrix(channels, mix(channels)))
                        .picture()
                        .rounded(Picture.SHORT);
        return looked(mixed, session.table(MemorySegment.ofArray(standard), channels, Picture.BYTE))
                .as(Picture.SRGB);
    }

    /// @param color what becomes of red, green and blue, before it is clamped
    /// @param alpha what becomes of alpha
    private static Picture mapped(Picture picture, IntUnaryOperator color, IntUnaryOperator alpha) {
        int channels = picture.bands();
        var table = new byte[LEVELS * channels];
        for (int i = 0; i < table.length; i++) {
            var change = i % channels == 3 ? alpha : color;
            table[i] = (byte) Math.clamp(change.applyAsInt(i / channels), 0, LEVELS - 1);
        }
        var lut = picture.session().table(MemorySegment.ofArray(table), channels, Picture.BYTE);
        return looked(picture, lut).as(Picture.SRGB);
    }

    private static Picture looked(Picture picture, Picture table) {
        return picture.call("maplut").set("lut", table).picture();
    }

    private static double[] mix(int channels) {
        var matrix = new double[channels * channels];
        for (int row = 0; row < 3; row++) {
            System.arraycopy(LUMINANCE, 0, matrix, row * channels, 3);
        }
        if (channels == 4) {
            matrix[15] = 1;
        }
        return matrix;
    }

    private static short[] toLinear() {
        var table = new short[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double value = i / (LEVELS - 1.0);
            double light =
                    value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            table[i] = (short) Math.round(light * (FINE_LEVELS - 1));
        }
        return table;
    }

    private static byte[] fromLinear() {
        var table = new byte[FINE_LEVELS];
        for (int i = 0; i < FINE_LEVELS; i++) {
            double light = i / (FINE_LEVELS - 1.0);
            double value =
                    light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            table[i] = (byte) Math.round(value * (LEVELS - 1));
        }
        return table;
    }
}

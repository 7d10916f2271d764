package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static io.imagehandler.engine.EngineUnderTest.assertSame;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.testpictures.Lab;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Brighten, contrast and grey: steps that change each pixel for itself. Exact, but for grey.
interface ToneContract extends EngineUnderTest {

    /// One column for each value of a channel.
    Size RAMP = new Size(256, 4);

    @ParameterizedTest
    @ValueSource(ints = {-255, -100, -1, 1, 77, 255})
    default void brightens(int by) {
        assertEachValue(new Effect.Brighten(by), value -> value + by);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.75, 0.995, 1.01, 1.25, 1.5, 2})
    default void multipliesAroundBlackForContrast(double factor) {
        assertEachValue(
                new Effect.Contrast(factor), value -> (int) Math.floor(factor * value + 0.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FF0000 | 127
                    00FF00 | 220
                    0000FF | 76
                    000000 | 0
                    FFFFFF | 255
                    808080 | 128
                    010101 | 1
                    """)
    default void makesGreyOfLuminance(String color, int grey) {
        var size = new Size(8, 6);
        var source = Pictures.flat(size, new Color(Integer.parseInt(color, 16)));

        var image = drawn(Pngs.of(source), size, new Effect.Grey());
        assertPixel(image, 3, 3, new Color(grey, grey, grey), 1);
    }

    @Test
    default void makesGreyOfEveryPixelAndLeavesItsAlpha() {
        var size = new Size(32, 24);
        var noise = Pictures.noise(size);
        var source = Pictures.of(size, (x, y) -> (8 * x) << 24 | (noise.getRGB(x, y) & 0xFFFFFF));

        var image = drawn(Pngs.of(source), size, new Effect.Grey());
        for (int i = 1; i < 24; i++) {
            int grey = grey(source.getRGB(i, i));
            assertPixel(image, i, i, new Color(grey, grey, grey, 8 * i), 1);
        }
    }

    @Test
    default void takesStepAfterStep() {
        var size = new Size(10, 10);
        var source = Pngs.of(Pictures.flat(size, new Color(200, 100, 20)));

        var image = drawn(source, size, new Effect.Brighten(100), new Effect.Contrast(0.5));
        assertPixel(image, 5, 5, new Color(128, 100, 60), 0);
    }

    private void assertEachValue(Effect effect, IntUnaryOperator expected) {
        for (int alpha : new int[] {255, 128, 1}) {
            var source = Pictures.of(RAMP, (x, _) -> argb(alpha, x, 255 - x, (x * 7) & 0xFF));
            var changed =
                    Pictures.of(
                            RAMP,
                            (x, _) ->
                                    argb(
                                            alpha,
                                            clamped(expected, x),
                                            clamped(expected, 255 - x),
                                            clamped(expected, (x * 7) & 0xFF)));

            assertSame(drawn(Pngs.of(source), RAMP, effect), changed);
        }
    }

    private static int clamped(IntUnaryOperator change, int value) {
        return Math.clamp(change.applyAsInt(value), 0, 255);
    }

    private static int argb(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int grey(int rgb) {
        double light =
                0.2126 * Lab.linear(rgb >> 16 & 0xFF)
                        + 0.7152 * Lab.linear(rgb >> 8 & 0xFF)
                        + 0.0722 * Lab.linear(rgb & 0xFF);
        double value =
                light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * value);
    }
}

package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Disc and round corners. How much of a pixel lies inside is held against 32 x 32 samples of it.
interface ShapeContract extends EngineUnderTest {

    int SAMPLES = 32;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, 1, 1
                    3, 20, 7
                    9, 0, 21
                    27, 6, 1
                    29, 11, 1
                    """)
    default void cutsADiscOut(int side, int left, int top) {
        var noise = Pictures.noise(new Size(40, 30));
        var size = new Size(side, side);
        double radius = side / 2.0;

        var image = drawn(Pngs.of(noise), size, new Step.Disc(left, top, side));
        assertCovered(
                image,
                noise.getSubimage(left, top, side, side),
                (x, y) -> Math.hypot(x - radius, y - radius) <= radius);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    default void roundsTheCorners(int radius) {
        var size = new Size(31, 24);
        var noise = Pictures.noise(size);

        var image = drawn(Pngs.of(noise), size, new Effect.RoundCorners(radius));
        assertCovered(image, noise, rounded(size, radius));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 128, 255})
    default void multipliesTheAlphaThatIsThere(int alpha) {
        var size = new Size(33, 33);
        var source = Pictures.flat(size, new Color(200, 100, 50, alpha));

        assertCovered(
                drawn(Pngs.of(source), size, new Step.Disc(0, 0, 33)),
                source,
                (x, y) -> Math.hypot(x - 16.5, y - 16.5) <= 16.5);
        assertCovered(
                drawn(Pngs.of(source), size, new Effect.RoundCorners(16)),
                source,
                rounded(size, 16));
    }

    private static BiPredicate<Double, Double> rounded(Size size, int radius) {
        return (x, y) -> {
            double across = Math.max(radius - Math.min(x, size.width() - x), 0);
            double down = Math.max(radius - Math.min(y, size.height() - y), 0);
            return Math.hypot(across, down) <= radius;
        };
    }

    /// Fails unless `actual` is `source` where it lies inside, nothing outside, and between the two
    /// on the edge.
    private static void assertCovered(
            BufferedImage actual, BufferedImage source, BiPredicate<Double, Double> inside) {
        for (int y = 0; y < source.getHeight(); y++) {
            for (int x = 0; x < source.getWidth(); x++) {
                var from = new Color(source.getRGB(x, y), true);
                var to = new Color(actual.getRGB(x, y), true);
                double cover = cover(x, y, inside);
                boolean edge = cover > 0 && cover < 1;
                assertThat((double) to.getAlpha())
                        .as("alpha at %d,%d", x, y)
                        .isCloseTo(from.getAlpha() * cover, within(edge ? 24.0 : 1.0));
                if (to.getAlpha() > 64) {
                    int tolerance = edge || from.getAlpha() < 255 ? 4 : 0;
                    EngineUnderTest.assertPixel(
                            actual, x, y, withAlpha(from, to.getAlpha()), tolerance);
                }
            }
        }
    }

    private static double cover(int x, int y, BiPredicate<Double, Double> inside) {
        int hits = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                double across = x + (i + 0.5) / SAMPLES;
                double down = y + (j + 0.5) / SAMPLES;
                hits += inside.test(across, down) ? 1 : 0;
            }
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    private static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}

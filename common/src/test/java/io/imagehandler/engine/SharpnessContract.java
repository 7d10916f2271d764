package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.testpictures.Lab;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.Premultiplied;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blur and sharpen.
interface SharpnessContract extends EngineUnderTest {

    Size PLAIN = new Size(60, 40);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.1036 | 1  | the least
                    1.1036 | 50 | not cut off
                    3.0    | 7  | hardly cut off
                    11.0   | 2  | nearly a box
                    11.0   | 20 | far
                    44.6   | 50 | wider than the picture
                    """)
    default void blursUnderACutOffGaussian(double sigma, int radius, String why) {
        var size = new Size(36, 30);
        var letter = Letters.draw(Letters.F, new Size(12, 10));

        assertBlurred(letter, sigma, radius, why);
        assertBlurred(Pictures.noise(size), sigma, radius, why);
        assertBlurred(
                Pictures.of(size, (x, y) -> ((x / 9 + y / 10) * 40) << 24 | (x * 7) << 16 | 0x30F0),
                sigma,
                radius,
                why);
    }

    @Test
    default void blursNoHiddenColorsIn() {
        var size = new Size(40, 20);
        var source = Pictures.of(size, (x, _) -> x < 20 ? 0xFFFF0000 : 0x0000FF00);

        var image = drawn(Pngs.of(source), size, new Effect.Blur(5, 12));
        for (int x = 0; x < 40; x++) {
            var pixel = new Color(image.getRGB(x, 10), true);
            if (pixel.getAlpha() > 32) {
                assertPixel(image, x, 10, new Color(255, 0, 0, pixel.getAlpha()), 8);
            }
        }
        assertThat(image.getRGB(20, 10) >>> 24).isBetween(100, 128);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5, 3.99})
    default void leavesFlatAreasAsTheyAreWhenItSharpens(double sigma) {
        var source = halves(new Color(160, 60, 60), new Color(90, 140, 220));

        var image = drawn(Pngs.of(source), PLAIN, new Effect.Sharpen(sigma));
        for (int y = 0; y < 40; y += 3) {
            assertPixel(image, 2, y, new Color(160, 60, 60), 1);
            assertPixel(image, 57, y, new Color(90, 140, 220), 1);
        }
    }

    @Test
    default void leavesHalfTransparencyAsItIsWhenItSharpens() {
        var half = new Color(200, 100, 50, 128);

        var image = drawn(Pngs.of(Pictures.flat(PLAIN, half)), PLAIN, new Effect.Sharpen(1));
        assertPixel(image, 30, 20, half, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    120 | 133 | 118 | 135 | 1 | half the difference where it is small
                    100 | 160 | 84  | 176 | 5 | nearly all of it where it is large
                    0   | 255 | 0   | 255 | 0 | never beyond black and white
                    """)
    default void makesEdgesSteeperWhenItSharpens(
            int dark, int light, int darker, int lighter, int tolerance, String why) {
        var source = halves(new Color(dark, dark, dark), new Color(light, light, light));

        var image = drawn(Pngs.of(source), PLAIN, new Effect.Sharpen(1));
        assertThat(why).isNotEmpty();
        assertPixel(image, 29, 20, new Color(darker, darker, darker), tolerance);
        assertPixel(image, 30, 20, new Color(lighter, lighter, lighter), tolerance);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2.5, 3.99})
    default void sharpensAsFarAsTheGaussianReaches(double sigma) {
        var source = halves(new Color(100, 100, 100), new Color(160, 160, 160));
        double step = Lab.of(160, 160, 160).lightness() - Lab.of(100, 100, 100).lightness();

        var image = drawn(Pngs.of(source), PLAIN, new Effect.Sharpen(sigma));
        for (int x = 15; x < 45; x++) {
            double difference = step * (x < 30 ? -beyond(sigma, 30 - x) : beyond(sigma, x - 29));
            double flat = Math.clamp(difference, -2, 2);
            assertThat(Lab.of(image.getRGB(x, 20)).lightness())
                    .as("lightness at %d", x)
                    .isCloseTo(
                            Lab.of(source.getRGB(x, 20)).lightness() + difference - flat / 2,
                            within(0.9));
        }
    }

    /// How much of a Gaussian lies at least `distance` pixels to one side.
    private static double beyond(double sigma, int distance) {
        double sum = 0;
        double beyond = 0;
        for (int i = -30; i <= 30; i++) {
            double weight = Math.exp(-i * i / (2 * sigma * sigma));
            sum += weight;
            beyond += i >= distance ? weight : 0;
        }
        return beyond / sum;
    }

    @Test
    default void sharpensLightnessAndNotColor() {
        var source = halves(new Color(120, 70, 60), new Color(110, 150, 170));

        var image = drawn(Pngs.of(source), PLAIN, new Effect.Sharpen(1.5));
        for (int x : new int[] {28, 29, 30, 31}) {
            var before = Lab.of(source.getRGB(x, 20));
            var after = Lab.of(image.getRGB(x, 20));
            assertThat(after.a()).isCloseTo(before.a(), within(2.5));
            assertThat(after.b()).isCloseTo(before.b(), within(2.5));
        }
        assertThat(Lab.of(image.getRGB(29, 20)).lightness())
                .isLessThan(Lab.of(source.getRGB(29, 20)).lightness() - 3);
        assertThat(Lab.of(image.getRGB(30, 20)).lightness())
                .isGreaterThan(Lab.of(source.getRGB(30, 20)).lightness() + 3);
    }

    private void assertBlurred(BufferedImage source, double sigma, int radius, String why) {
        var size = new Size(source.getWidth(), source.getHeight());
        var actual = Premultiplied.of(drawn(Pngs.of(source), size, new Effect.Blur(sigma, radius)));

        var expected = Premultiplied.of(source).blurred(sigma, radius);
        assertThat(actual.meanDifference(expected)).as(why).isLessThan(2);
        assertThat(actual.mostDifference(expected)).as(why).isLessThan(8);
    }

    private static BufferedImage halves(Color left, Color right) {
        return Pictures.opaque(PLAIN, (x, _) -> (x < 30 ? left : right).getRGB());
    }
}

package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static io.imagehandler.engine.EngineUnderTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cut, canvas and turn: steps that move pixels.
interface GeometryContract extends EngineUnderTest {

    io.imagehandler.transformation.Color GREEN =
            new io.imagehandler.transformation.Color(0, 255, 0);

    @Test
    default void changesNoPixelWithoutSteps() {
        var noise = Pictures.noise(new Size(37, 23));

        assertSame(drawn(Pngs.of(noise), new Size(37, 23)), noise);
    }

    @Test
    default void cutsTheWindowOut() {
        var noise = Pictures.noise(new Size(37, 23));
        var window = new Size(11, 7);

        var image = drawn(Pngs.of(noise), window, new Step.Cut(26, 3, window));
        assertSame(image, noise.getSubimage(26, 3, 11, 7));
    }

    @Test
    default void cutsBeforeItTurnsIfToldSo() {
        var noise = Pictures.noise(new Size(30, 20));
        var window = new Size(4, 2);

        var image =
                drawn(
                        Pngs.of(noise),
                        window.turned(),
                        new Step.Cut(5, 6, window),
                        new Step.Turn(90, window.turned(), Step.Surroundings.WHITE));
        assertThat(image.getRGB(1, 0)).isEqualTo(noise.getRGB(5, 6));
        assertThat(image.getRGB(0, 3)).isEqualTo(noise.getRGB(8, 7));
    }

    @Test
    default void putsThePictureOnACanvas() {
        var noise = Pictures.noise(new Size(20, 10));
        var size = new Size(31, 30);

        var image = drawn(Pngs.of(noise), size, new Step.Canvas(size, 5, 9, GREEN));
        assertSame(image.getSubimage(5, 9, 20, 10), noise);
        for (int[] at : new int[][] {{0, 0}, {4, 9}, {5, 8}, {25, 9}, {24, 19}, {30, 29}}) {
            assertPixel(image, at[0], at[1], Color.GREEN, 0);
        }
    }

    @Test
    default void keepsThePicturesTransparencyOnACanvas() {
        var half = new Color(200, 100, 50, 128);
        var size = new Size(30, 30);
        var source = Pngs.of(Pictures.flat(new Size(10, 10), half));

        var image = drawn(source, size, new Step.Canvas(size, 10, 10, GREEN));
        assertPixel(image, 15, 15, half, 1);
        assertPixel(image, 10, 10, half, 1);
        assertPixel(image, 9, 9, Color.GREEN, 0);
        assertPixel(image, 20, 20, Color.GREEN, 0);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    90, .## ..# ..#
                    180, ... ..# ###
                    270, #.. #.. ##.
                    """)
    default void turnsClockwise(int degrees, String expected) {
        var source = Pngs.of(Letters.draw(Letters.F, new Size(4, 6)));
        var size = degrees == 180 ? source.size() : source.size().turned();
        var cell = degrees == 180 ? new Size(4, 6) : new Size(6, 4);

        var image = drawn(source, size, new Step.Turn(degrees, size, Step.Surroundings.WHITE));
        assertSame(image, Letters.draw(expected, cell));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1, 303, 185
                    30, 350, 306
                    60, 306, 350
                    70, 272, 343
                    135, 339, 339
                    200, 343, 272
                    300, 306, 350
                    359, 303, 185
                    """)
    default void turnsByAnyAngleOntoWhite(int degrees, int width, int height) {
        var size = new Size(width, height);
        var source = Pngs.of(Pictures.flat(new Size(300, 180), Color.BLUE));

        var image = drawn(source, size, new Step.Turn(degrees, size, Step.Surroundings.WHITE));
        assertPixel(image, width / 2, height / 2, Color.BLUE, 0);
        double radians = Math.toRadians(degrees);
        for (int x = -140; x <= 140; x += 10) {
            int turnedX = (int) (width / 2.0 + x * Math.cos(radians));
            int turnedY = (int) (height / 2.0 + x * Math.sin(radians));
            assertPixel(image, turnedX, turnedY, Color.BLUE, 2);
        }
        if (degrees % 180 > 10 && degrees % 180 < 170) {
            assertPixel(image, 0, 0, Color.WHITE, 0);
            assertPixel(image, width - 1, 0, Color.WHITE, 0);
            assertPixel(image, 0, height - 1, Color.WHITE, 0);
            assertPixel(image, width - 1, height - 1, Color.WHITE, 0);
        }
    }

    @Test
    default void turnsByAnyAngleClockwiseToo() {
        var halves = Pictures.opaque(new Size(100, 100), (_, y) -> y < 50 ? 0xFF0000 : 0x0000FF);
        var size = new Size(141, 141);

        var image = drawn(Pngs.of(halves), size, new Step.Turn(45, size, Step.Surroundings.WHITE));
        assertPixel(image, 100, 70, Color.RED, 2);
        assertPixel(image, 70, 40, Color.RED, 2);
        assertPixel(image, 40, 70, Color.BLUE, 2);
        assertPixel(image, 70, 100, Color.BLUE, 2);
    }

    @Test
    default void turnsTransparentPicturesOntoOpaqueWhite() {
        var source = Pngs.of(Pictures.flat(new Size(100, 100), new Color(200, 100, 50, 128)));
        var size = new Size(141, 141);

        var image = drawn(source, size, new Step.Turn(45, size, Step.Surroundings.WHITE));
        assertPixel(image, 2, 2, Color.WHITE, 0);
        assertPixel(image, 138, 138, Color.WHITE, 0);
        assertPixel(image, 70, 70, new Color(200, 100, 50, 128), 2);
    }

    @ParameterizedTest
    @CsvSource({"30, 117, 102", "-60, 102, 117", "1, 101, 62", "200, 114, 91"})
    default void turnsOntoNothingIfToldSo(int degrees, int width, int height) {
        var size = new Size(width, height);
        var turn = new Step.Turn(Math.floorMod(degrees, 360), size, Step.Surroundings.TRANSPARENT);

        for (int alpha : new int[] {255, 128}) {
            var source = Pictures.flat(new Size(100, 60), new Color(20, 60, 220, alpha));
            var image = drawn(Pngs.of(source), size, turn);
            double area = 0;
            for (int i = 0; i < width * height; i++) {
                var pixel = new Color(image.getRGB(i % width, i / width), true);
                area += (double) pixel.getAlpha() / alpha;
                if (pixel.getAlpha() > 32) {
                    var color = new Color(20, 60, 220, pixel.getAlpha());
                    assertPixel(image, i % width, i / width, color, 8);
                }
            }
            assertThat(area).isCloseTo(6000, within(60.0));
            assertPixel(image, width / 2, height / 2, new Color(20, 60, 220, alpha), 2);
            assertThat(image.getRGB(0, 0) >>> 24).isLessThan(degrees == 1 ? 255 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    default void movesPixelsOnlyInQuarterTurnsOntoNothing(int degrees) {
        var noise = Pictures.noise(new Size(12, 7));
        var size = degrees == 180 ? new Size(12, 7) : new Size(7, 12);

        var image =
                drawn(
                        Pngs.of(noise),
                        size,
                        new Step.Turn(degrees, size, Step.Surroundings.TRANSPARENT));
        assertSame(
                image,
                drawn(Pngs.of(noise), size, new Step.Turn(degrees, size, Step.Surroundings.WHITE)));
    }
}

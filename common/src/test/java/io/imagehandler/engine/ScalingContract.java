package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scale, and scale and cut.
interface ScalingContract extends EngineUnderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    300x300   | 90x90   | down
                    300x300   | 99x33   | out of proportion
                    90x90     | 301x299 | up
                    90x90     | 90x90   | not at all
                    1601x1203 | 101x76  | far down
                    1601x1203 | 799x601 | about half
                    1203x903  | 1202x30 | in one direction
                    """)
    default void scalesTheWholePicture(String from, String to, String why) {
        var size = size(to);
        var nine = Pictures.nineCells(size(from));

        assertNineCells(drawn(Pngs.of(nine), size, new Step.Scale(size)), why);
        assertNineCells(drawn(Jpegs.baseline(nine), size, new Step.Scale(size)), why);
        assertNineCells(drawn(Jpegs.progressive(nine), size, new Step.Scale(size)), why);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1603, 801, 101
                    1603, 400, 101
                    1603, 1201, 333
                    1603, 801, 1000
                    640, 213, 213
                    100, 33, 333
                    """)
    default void movesNothingAside(int width, int edge, int scaled) {
        var picture = Pictures.edge(new Size(width, 40), edge);
        var size = new Size(scaled, 10);
        double expected = (double) edge * scaled / width;

        var fromPng = drawn(Pngs.of(picture), size, new Step.Scale(size));
        var fromJpeg = drawn(Jpegs.baseline(picture), size, new Step.Scale(size));
        assertThat(edgeIn(fromPng)).isCloseTo(expected, within(0.3));
        assertThat(edgeIn(fromJpeg)).isCloseTo(expected, within(0.3));
    }

    @Test
    default void takesEveryPixelIntoAccount() {
        var size = new Size(64, 48);

        var image =
                drawn(
                        Pngs.of(Pictures.checkerboard(new Size(512, 384))),
                        size,
                        new Step.Scale(size));
        for (int x = 2; x < 62; x++) {
            assertPixel(image, x, x % 40 + 4, new Color(127, 127, 127), 6);
        }
    }

    @Test
    default void keepsEdgesSharp() {
        var size = new Size(100, 10);

        var image =
                drawn(Pngs.of(Pictures.edge(new Size(200, 20), 100)), size, new Step.Scale(size));
        assertPixel(image, 47, 5, Color.BLACK, 16);
        assertPixel(image, 52, 5, Color.WHITE, 16);
    }

    @Test
    default void keepsGradientsSmooth() {
        var size = new Size(128, 128);

        var image =
                drawn(Pngs.of(Pictures.gradient(new Size(256, 256))), size, new Step.Scale(size));
        for (int i = 2; i < 126; i++) {
            assertPixel(image, i, 127 - i, new Color(i * 2, 255 - i * 2, 0x40), 3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    300x300  | 90x90       | 30   | 30  | 30x30    | 4 | the middle
                    300x300  | 90x90       | 0    | 60  | 30x30    | 6 | a corner
                    300x300  | 90x90       | 60   | 0   | 30x30    | 2 | another corner
                    90x90    | 300x300     | 200  | 100 | 100x100  | 5 | of a larger picture
                    900x90   | 16200x1620  | 5400 | 540 | 5400x540 | 4 | of a very large one
                    1601x999 | 1600x1000   | 534  | 334 | 532x332  | 4 | hardly scaled
                    """)
    default void scalesAndCuts(
            String from, String to, int left, int top, String window, int cell, String why) {
        var nine = Pictures.nineCells(size(from));
        var size = size(window);
        var step = new Step.ScaleAndCut(size(to), left, top, size);

        assertFlat(drawn(Pngs.of(nine), size, step), Pictures.NINE.get(cell), why);
        assertFlat(drawn(Jpegs.baseline(nine), size, step), Pictures.NINE.get(cell), why);
    }

    @Test
    default void scalesAndCutsAsIfDoneOneAfterTheOther() {
        PictureFile source = Pngs.of(Pictures.gradient(new Size(333, 222)));
        var scaled = new Size(100, 67);
        var window = new Size(51, 40);

        var one = drawn(source, window, new Step.ScaleAndCut(scaled, 24, 13, window));
        var two = drawn(source, window, new Step.Scale(scaled), new Step.Cut(24, 13, window));
        for (int x = 0; x < 51; x++) {
            assertPixel(one, x, x * 40 / 51, new Color(two.getRGB(x, x * 40 / 51)), 3);
        }
    }

    private static Size size(String text) {
        var sides = text.split("x", -1);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static void assertNineCells(BufferedImage image, String why) {
        assertThat(why).isNotEmpty();
        for (int cell = 0; cell < 9; cell++) {
            int x = (2 * (cell % 3) + 1) * image.getWidth() / 6;
            int y = (2 * (cell / 3) + 1) * image.getHeight() / 6;
            assertPixel(image, x, y, Pictures.NINE.get(cell), 5);
        }
    }

    private static void assertFlat(BufferedImage image, Color color, String why) {
        assertThat(why).isNotEmpty();
        for (int i = 1; i < 8; i++) {
            int x = i * image.getWidth() / 8;
            int y = i * image.getHeight() / 8;
            assertPixel(image, x, y, color, 6);
        }
    }

    /// Where black turns white, to a fraction of a pixel.
    private static double edgeIn(BufferedImage image) {
        double white = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            white += (image.getRGB(x, image.getHeight() / 2) & 0xFF) / 255.0;
        }
        return image.getWidth() - white;
    }
}

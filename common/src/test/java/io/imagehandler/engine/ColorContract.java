package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;

import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the source is stored in, the result is 8-bit sRGB.
interface ColorContract extends EngineUnderTest {

    Size SMALL = new Size(24, 18);

    @Test
    default void makesEightBitsOfSixteen() {
        assertMiddle(Pngs.deep(SMALL, 0x8080, 0xFFFF, 0x4040), new Color(0x80, 0xFF, 0x40), 1);
    }

    @Test
    default void readsGrey() {
        var grey = Pictures.flat(SMALL, new Color(90, 90, 90));

        assertMiddle(Pngs.grey(grey), new Color(90, 90, 90), 1);
        assertMiddle(Jpegs.grey(grey), new Color(90, 90, 90), 2);
    }

    @Test
    default void readsGreyWithAlpha() {
        assertMiddle(Pngs.greyWithAlpha(SMALL, 90, 128), new Color(90, 90, 90, 128), 1);
    }

    @Test
    default void readsPalettes() {
        var source = Pngs.palette(SMALL, 0xFFFF0000, 0x00000000, 0xFF0000FF);

        var image = drawn(source, SMALL);
        assertPixel(image, 2, 9, Color.RED, 0);
        assertPixel(image, 22, 9, Color.BLUE, 0);
        assertPixel(image, 12, 9, new Color(image.getRGB(12, 9) & 0xFFFFFF, true), 0);
    }

    @Test
    default void readsGifs() {
        assertMiddle(Gifs.still(Pictures.flat(SMALL, Color.ORANGE)), Color.ORANGE, 1);
    }

    @Test
    default void readsProgressiveJpegs() {
        assertMiddle(Jpegs.progressive(Pictures.flat(SMALL, Color.ORANGE)), Color.ORANGE, 4);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 0, 0, 0, 255, 255, 255, 8
                    0, 0, 0, 255, 20, 20, 20, 40
                    0, 255, 255, 0, 237, 28, 36, 60
                    255, 0, 0, 0, 0, 174, 239, 90
                    """)
    default void readsInks(
            int cyan, int magenta, int yellow, int black, int r, int g, int b, int tolerance) {
        var source = Jpegs.cmyk(SMALL, cyan, magenta, yellow, black);

        assertMiddle(source, new Color(r, g, b), tolerance);
    }

    @Test
    default void convertsProfilesToStandardColors() {
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        var dark = Pictures.flat(SMALL, new Color(55, 55, 55));

        assertMiddle(Jpegs.withProfile(Jpegs.baseline(dark), linear), Color.GRAY, 4);
        assertMiddle(Pngs.withProfile(Pngs.of(dark), linear), Color.GRAY, 4);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesTheColorsThatItRead(OutputFormat format) {
        var source = Pngs.of(Pictures.nineCells(new Size(90, 90)));

        var written = rendered(source, EngineUnderTest.best(format), new Size(90, 90));
        if (format != OutputFormat.AVIF) {
            var image = WrittenFile.of(written).decoded();
            for (int cell = 0; cell < 9; cell++) {
                var color = Pictures.NINE.get(cell);
                assertPixel(image, cell % 3 * 30 + 15, cell / 3 * 30 + 15, color, 8);
            }
        }
    }

    private void assertMiddle(PictureFile source, Color expected, int tolerance) {
        var image = drawn(source, source.size());
        assertPixel(image, image.getWidth() / 2, image.getHeight() / 2, expected, tolerance);
    }
}

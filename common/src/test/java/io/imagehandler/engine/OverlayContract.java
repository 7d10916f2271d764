package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Mark.Placement;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Bitmaps;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.Premultiplied;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where marks lie and how they mix with the picture.
interface OverlayContract extends EngineUnderTest {

    Size PICTURE = new Size(50, 40);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 0   | upper left
                    5    | 9   | inside
                    38   | 31  | lower right
                    -4   | -3  | cut off on the left and above
                    45   | 36  | cut off on the right and below
                    49   | 39  | a single pixel
                    -12  | 5   | just outside on the left
                    50   | 5   | just outside on the right
                    5    | -9  | just outside above
                    5    | 40  | just outside below
                    -300 | 900 | far outside
                    """)
    default void putsTheMarkInItsPlace(int left, int top, String why) {
        for (var picture : pictures()) {
            for (var mark : List.of(Pictures.noise(new Size(12, 9)), clouds(new Size(12, 9)))) {
                var expected = Premultiplied.of(picture);
                expected.put(mark, left, top, 1);

                var overlay = new Step.Overlay(mark(mark, 100), new Placement.At(left, top));
                assertLooks(picture, overlay, expected, why);
            }
        }
    }

    @Test
    default void cutsOffAMarkThatIsLargerThanThePicture() {
        var mark = clouds(new Size(90, 70));
        var expected = Premultiplied.of(Pictures.noise(PICTURE));
        expected.put(mark, -20, -15, 1);

        var overlay = new Step.Overlay(mark(mark, 100), new Placement.At(-20, -15));
        assertLooks(Pictures.noise(PICTURE), overlay, expected, "larger");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 50, 99})
    default void makesTheMarkFainter(int opacity) {
        for (var picture : pictures()) {
            var expected = Premultiplied.of(picture);
            expected.put(clouds(new Size(30, 20)), 7, 8, opacity / 100.0);

            var mark = mark(clouds(new Size(30, 20)), opacity);
            assertLooks(
                    picture,
                    new Step.Overlay(mark, new Placement.At(7, 8)),
                    expected,
                    "opacity " + opacity);
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 9, 0, 0", "12, 9, 3, 5", "12, 9, 0, 100", "1, 1, 1, 0", "60, 50, 2, 2"})
    default void tilesThePicture(int width, int height, int gapX, int gapY) {
        var tile = clouds(new Size(width, height));
        for (var picture : pictures()) {
            var expected = Premultiplied.of(picture);
            for (int top = 0; top < PICTURE.height(); top += height + gapY) {
                for (int left = 0; left < PICTURE.width(); left += width + gapX) {
                    expected.put(tile, left, top, 0.8);
                }
            }

            var overlay = new Step.Overlay(mark(tile, 80), new Placement.Tiled(gapX, gapY));
            assertLooks(picture, overlay, expected, "tiled");
        }
    }

    @Test
    default void drawsPartsOneOverTheOther() {
        var below = Pictures.noise(new Size(20, 10));
        var above = clouds(new Size(16, 14));
        var canvas = new Size(30, 25);
        var drawn = Premultiplied.of(Pictures.noise(PICTURE));
        drawn.put(below, 10 + 2, 5 + 3, 1);
        drawn.put(above, 10 + 11, 5 + 6, 1);

        var mark =
                new Mark(
                        canvas,
                        List.of(
                                new Part.Letters(Bitmaps.of(below), 2, 3),
                                new Part.Picture(
                                        Pngs.of(above).checked(),
                                        List.of(),
                                        new Size(16, 14),
                                        11,
                                        6)),
                        List.of(),
                        canvas,
                        100);
        var overlay = new Step.Overlay(mark, new Placement.At(10, 5));
        assertLooks(Pictures.noise(PICTURE), overlay, drawn, "parts");
    }

    @Test
    default void cutsOffPartsAtTheCanvas() {
        var part = Pictures.noise(new Size(20, 20));
        var canvas = new Size(10, 8);
        var expected = Premultiplied.of(Pictures.noise(PICTURE));
        expected.put(part.getSubimage(5, 4, 10, 8), 3, 3, 1);

        var mark =
                new Mark(
                        canvas,
                        List.of(new Part.Letters(Bitmaps.of(part), -5, -4)),
                        List.of(),
                        canvas,
                        100);
        var overlay = new Step.Overlay(mark, new Placement.At(3, 3));
        assertLooks(Pictures.noise(PICTURE), overlay, expected, "cut off");
    }

    @Test
    default void doesTheStepsOfAPartAndThenThoseOfTheMark() {
        var noise = Pictures.noise(new Size(30, 20));
        var window = new Size(8, 5);
        var part =
                new Part.Picture(
                        Pngs.of(noise).checked(),
                        List.of(new Step.Upright(Orientation.MIRRORED), new Step.Cut(3, 4, window)),
                        window,
                        1,
                        2);
        var canvas = new Size(11, 9);
        var turn = new Step.Turn(90, canvas.turned(), Step.Surroundings.TRANSPARENT);
        var mark = new Mark(canvas, List.of(part), List.of(turn), canvas.turned(), 100);

        var image =
                drawn(
                        Pngs.of(Pictures.flat(PICTURE, Color.BLACK)),
                        PICTURE,
                        new Step.Overlay(mark, new Placement.At(0, 0)));
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < 5; y++) {
                assertThat(image.getRGB(8 - 2 - y, 1 + x))
                        .isEqualTo(noise.getRGB(29 - 3 - x, 4 + y));
            }
        }
    }

    @Test
    default void letsThePictureThroughBesideATurnedMark() {
        var size = new Size(30, 30);
        var turned = new Size(42, 42);
        var blue = Bitmaps.of(Pictures.flat(size, Color.BLUE));
        var mark =
                new Mark(
                        size,
                        List.of(new Part.Letters(blue, 0, 0)),
                        List.of(new Step.Turn(45, turned, Step.Surroundings.TRANSPARENT)),
                        turned,
                        100);

        var image =
                drawn(
                        Pngs.of(Pictures.flat(PICTURE, Color.RED)),
                        PICTURE,
                        new Step.Overlay(mark, new Placement.At(4, -1)));
        EngineUnderTest.assertPixel(image, 5, 2, Color.RED, 0);
        EngineUnderTest.assertPixel(image, 44, 37, Color.RED, 0);
        EngineUnderTest.assertPixel(image, 25, 20, Color.BLUE, 0);
        for (int x = 0; x < 50; x++) {
            var pixel = new Color(image.getRGB(x, 20));
            assertThat(pixel.getRed() + pixel.getBlue()).isBetween(252, 258);
            assertThat(pixel.getGreen()).isLessThan(4);
        }
    }

    @Test
    default void putsSeveralMarksOnAfterEachOther() {
        var size = new Size(10, 10);
        var opaque = mark(Pictures.flat(size, Color.BLUE), 100);
        var half = mark(Pictures.flat(size, Color.WHITE), 50);

        var image =
                drawn(
                        Pngs.of(Pictures.flat(PICTURE, Color.RED)),
                        PICTURE,
                        new Step.Overlay(opaque, new Placement.At(0, 0)),
                        new Step.Overlay(half, new Placement.At(5, 0)));
        EngineUnderTest.assertPixel(image, 2, 5, Color.BLUE, 0);
        EngineUnderTest.assertPixel(image, 7, 5, new Color(128, 128, 255), 1);
        EngineUnderTest.assertPixel(image, 12, 5, new Color(255, 128, 128), 1);
    }

    @Test
    default void keepsTheColorsOfAMarkOnAGreyPicture() {
        var grey = Pictures.flat(PICTURE, new Color(90, 90, 90));
        var mark = mark(Pictures.flat(new Size(10, 10), Color.ORANGE), 100);

        var overlay = new Step.Overlay(mark, new Placement.At(20, 10));
        for (var source : List.of(Pngs.grey(grey), Jpegs.grey(grey))) {
            var image = drawn(source, PICTURE, overlay);
            EngineUnderTest.assertPixel(image, 25, 15, Color.ORANGE, 0);
            EngineUnderTest.assertPixel(image, 5, 5, new Color(90, 90, 90), 1);
        }
    }

    @Test
    default void takesEverySourceAsAMark() {
        var size = new Size(24, 18);
        var grey = Pngs.grey(Pictures.flat(size, new Color(90, 90, 90)));
        var deep = Pngs.deep(size, 0x8080, 0xFFFF, 0x4040);
        var red = Jpegs.baseline(Pictures.flat(size, new Color(200, 30, 30)));

        var source = Pngs.of(Pictures.flat(PICTURE, Color.WHITE));
        var colors =
                List.of(new Color(90, 90, 90), new Color(128, 255, 64), new Color(200, 30, 30));
        for (var file : List.of(grey, deep, red)) {
            var part = new Part.Picture(file.checked(), List.of(), size, 0, 0);
            var mark = new Mark(size, List.of(part), List.of(), size, 100);
            var overlay = new Step.Overlay(mark, new Placement.At(10, 10));
            var image = drawn(source, PICTURE, overlay);
            var color = colors.get(List.of(grey, deep, red).indexOf(file));
            EngineUnderTest.assertPixel(image, 20, 20, color, 2);
            EngineUnderTest.assertPixel(image, 5, 5, Color.WHITE, 0);
        }
    }

    @Test
    default void marksEveryRendition() {
        var source = Pngs.of(Pictures.flat(PICTURE, Color.WHITE));
        var mark = mark(Pictures.flat(new Size(20, 20), Color.BLUE), 100);
        var overlay = new Step.Overlay(mark, new Placement.At(10, 10));

        for (var format : List.of(OutputFormat.PNG, OutputFormat.JPEG, OutputFormat.GIF)) {
            var plan = new Plan(List.of(overlay), PICTURE, 1, EngineUnderTest.best(format));
            var image = WrittenFile.of(rendered(source, plan)).decoded();
            EngineUnderTest.assertPixel(image, 20, 20, Color.BLUE, 6);
            EngineUnderTest.assertPixel(image, 45, 35, Color.WHITE, 3);
        }
    }

    @Test
    default void refusesADamagedMark() {
        var size = new Size(64, 64);
        var damaged = Pngs.withDamagedPixels(Pngs.of(Pictures.noise(size)));
        var part = new Part.Picture(damaged.checked(), List.of(), size, 0, 0);
        var mark = new Mark(size, List.of(part), List.of(), size, 100);
        var overlay = new Step.Overlay(mark, new Placement.At(0, 0));

        assertThatThrownBy(() -> drawn(Pngs.of(Pictures.noise(PICTURE)), PICTURE, overlay))
                .isInstanceOf(UndecodableImage.class);
    }

    private void assertLooks(
            BufferedImage picture, Step.Overlay overlay, Premultiplied expected, String why) {
        var image = drawn(Pngs.of(picture), PICTURE, overlay);

        assertThat(Premultiplied.of(image).mostDifference(expected)).as(why).isLessThan(2);
    }

    /// Opaque, of every opacity, and invisible.
    private static List<BufferedImage> pictures() {
        return List.of(
                Pictures.noise(PICTURE),
                clouds(PICTURE),
                Pictures.of(PICTURE, (_, _) -> 0x00FFFFFF));
    }

    /// Noise of every opacity.
    private static BufferedImage clouds(Size size) {
        var noise = Pictures.noise(size);
        return Pictures.of(
                size, (x, y) -> ((x * 41 + y * 67) & 0xFF) << 24 | (noise.getRGB(x, y) & 0xFFFFFF));
    }

    private static Mark mark(BufferedImage image, int opacity) {
        var size = new Size(image.getWidth(), image.getHeight());
        var letters = new Part.Letters(Bitmaps.of(image), 0, 0);
        return new Mark(size, List.of(letters), List.of(), size, opacity);
    }
}

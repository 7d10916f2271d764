package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Alpha, on its way through the steps and into formats that lack it.
interface TransparencyContract extends EngineUnderTest {

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"PNG", "WEBP"})
    default void keepsHalfTransparency(OutputFormat format) {
        var half = new Color(200, 100, 50, 128);
        var source = Pngs.of(Pictures.flat(new Size(40, 40), half));

        var written = rendered(source, EngineUnderTest.best(format), new Size(40, 40));
        assertPixel(WrittenFile.of(written).decoded(), 20, 20, half, 6);
    }

    @Test
    default void flattensOnWhiteForJpeg() {
        assertPixel(flattened(new Color(0, 0, 0, 0)), 20, 20, Color.WHITE, 2);
        assertPixel(flattened(new Color(255, 0, 0, 128)), 20, 20, new Color(255, 127, 127), 4);
        assertPixel(flattened(new Color(255, 0, 0, 255)), 20, 20, new Color(254, 0, 0), 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 127, 128, 255})
    default void isEitherOpaqueOrNotInGif(int alpha) {
        var source = Pngs.of(Pictures.of(new Size(40, 40), (_, _) -> alpha << 24 | 0x2040FF));

        var image =
                WrittenFile.of(rendered(source, new Encoding.Gif(), new Size(40, 40))).decoded();
        assertThat(image.getRGB(20, 20) >>> 24).isEqualTo(alpha >= 128 ? 255 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 50, 100, 333})
    default void leavesNoFringesWhenItScales(int width) {
        var size = new Size(width, 20);

        assertNoFringe(drawn(redBesideNothing(), size, new Step.Scale(size)));
    }

    @Test
    default void leavesNoFringesWhenItScalesAndCuts() {
        var window = new Size(30, 15);

        assertNoFringe(
                drawn(
                        redBesideNothing(),
                        window,
                        new Step.ScaleAndCut(new Size(50, 20), 10, 2, window)));
    }

    @Test
    default void mixesColorsByTheirOpacity() {
        var source =
                Pngs.of(
                        Pictures.of(
                                new Size(64, 64),
                                (x, y) -> ((x + y) & 1) == 0 ? 0xFFFF0000 : 0x400000FF));
        var size = new Size(8, 8);

        var image = drawn(source, size, new Step.Scale(size));
        assertPixel(image, 4, 4, new Color(204, 0, 51, 160), 6);
    }

    private BufferedImage flattened(Color color) {
        var source = Pngs.of(Pictures.of(new Size(40, 40), (_, _) -> color.getRGB()));
        var written = rendered(source, new Encoding.Jpeg(95, false), new Size(40, 40));
        return WrittenFile.of(written).decoded();
    }

    /// Opaque red on the left; on the right transparent pixels that are black underneath.
    private static PictureFile redBesideNothing() {
        return Pngs.of(Pictures.of(new Size(101, 40), (x, _) -> x < 50 ? 0xFFFF0000 : 0));
    }

    private static void assertNoFringe(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            var pixel = new Color(image.getRGB(x, image.getHeight() / 2), true);
            if (pixel.getAlpha() > 8) {
                assertThat(pixel.getRed()).as("red at %d", x).isGreaterThan(235);
                assertThat(pixel.getBlue()).as("blue at %d", x).isLessThan(20);
            }
        }
        assertThat(image.getRGB(0, 5) >>> 24).isEqualTo(255);
        assertThat(image.getRGB(image.getWidth() - 1, 5) >>> 24).isEqualTo(0);
    }
}

package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The mean colour.
interface AverageContract extends EngineUnderTest {

    @Test
    default void averagesEachChannel() {
        var source = Pictures.opaque(new Size(40, 30), (x, _) -> x < 10 ? 0xFF0000 : 0x0064C8);

        assertAverage(Pngs.of(source), 64, 75, 150, 0);
    }

    @Test
    default void roundsHalvesUp() {
        var source = Pictures.opaque(new Size(40, 30), (x, _) -> x < 20 ? 0x7F0001 : 0x800100);

        assertAverage(Pngs.of(source), 128, 1, 1, 0);
    }

    @Test
    default void averagesWhatIsSeenOnWhite() {
        var clear = Pictures.of(new Size(20, 20), (x, _) -> x < 10 ? 0xFF000000 : 0x00000000);

        assertAverage(Pngs.of(clear), 128, 128, 128, 1);
        var half = Pictures.flat(new Size(20, 20), new Color(200, 100, 0, 128));
        assertAverage(Pngs.of(half), 227, 177, 127, 1);
    }

    @Test
    default void averagesTheFirstFrame() {
        var size = new Size(20, 20);
        var source =
                Gifs.of(
                        List.of(
                                Gifs.Frame.whole(Pictures.flat(size, Color.RED), 5),
                                Gifs.Frame.whole(Pictures.flat(size, Color.BLUE), 5)),
                        0);

        assertAverage(source, 255, 0, 0, 0);
    }

    @Test
    default void averagesGreyAndJpegs() {
        var grey = Pictures.flat(new Size(24, 18), new Color(90, 90, 90));

        assertAverage(Pngs.grey(grey), 90, 90, 90, 0);
        assertAverage(Jpegs.grey(grey), 90, 90, 90, 1);
        var wide = Jpegs.baseline(Pictures.gradient(new Size(300, 200)));
        assertAverage(Jpegs.withOrientation(wide, 6), 128, 128, 64, 2);
    }

    private void assertAverage(PictureFile source, int red, int green, int blue, int tolerance) {
        var color = engine().average(source.checked());

        assertThat(color.red()).isBetween(red - tolerance, red + tolerance);
        assertThat(color.green()).isBetween(green - tolerance, green + tolerance);
        assertThat(color.blue()).isBetween(blue - tolerance, blue + tolerance);
    }
}

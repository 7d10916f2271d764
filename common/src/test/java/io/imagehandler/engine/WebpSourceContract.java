package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertPixel;
import static io.imagehandler.engine.EngineUnderTest.assertSame;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Webps;
import io.imagehandler.testpictures.Webps.Frame;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// WebP as a source.
interface WebpSourceContract extends EngineUnderTest {

    @Test
    default void readsWebpWithoutChangingAPixel() {
        var noise = Pictures.noise(new Size(37, 23));

        assertSame(drawn(Webps.still(noise), new Size(37, 23)), noise);
    }

    @Test
    default void readsTransparentWebp() {
        var half = new Color(200, 100, 50, 128);
        var image = drawn(Webps.still(Pictures.flat(new Size(9, 9), half)), new Size(9, 9));

        assertPixel(image, 4, 4, half, 1);
    }

    @Test
    default void turnsWebpLikeAnyOther() {
        var source = Webps.still(Letters.draw(Letters.F, new Size(4, 6)));
        var size = source.size().turned();

        var image = drawn(source, size, new Step.Turn(90, size, Step.Surroundings.WHITE));
        assertSame(image, Letters.draw(".## ..# ..#", new Size(6, 4)));
    }

    @Test
    default void convertsProfilesOfWebpToStandardColors() {
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        var dark = Pictures.flat(new Size(9, 9), new Color(55, 55, 55));

        assertPixel(drawn(Webps.withProfile(dark, linear), new Size(9, 9)), 4, 4, Color.GRAY, 4);
    }

    @Test
    default void takesTheFirstFrameOfAnAnimatedWebpInItsPlace() {
        var canvas = new Size(40, 30);
        var patch = Pictures.flat(new Size(10, 8), Color.BLUE);
        var whole = Pictures.flat(canvas, Color.RED);
        var source =
                Webps.animated(
                        canvas,
                        List.of(new Frame(patch, 20, 16, 100), new Frame(whole, 0, 0, 100)),
                        0);

        var image = drawn(source, canvas);
        assertPixel(image, 20, 16, Color.BLUE, 0);
        assertPixel(image, 29, 23, Color.BLUE, 0);
        assertPixel(image, 19, 16, new Color(image.getRGB(19, 16) & 0xFFFFFF, true), 0);
        assertPixel(image, 30, 24, new Color(image.getRGB(30, 24) & 0xFFFFFF, true), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 90})
    default void refusesAWebpThatIsCutOff(int percent) {
        var source = Webps.still(Pictures.noise(new Size(200, 150))).cutOffAt(percent);
        var plan = new Plan(List.of(), source.size(), 1, new Encoding.Png());
        assumeReads(SourceFormat.WEBP);

        assertThatThrownBy(() -> engine().render(source.checked(), List.of(plan)))
                .isInstanceOf(UndecodableImage.class);
    }
}

package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Gifs.Frame;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are damaged where the header walk does not look.
interface RefusalContract extends EngineUnderTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 90, 97})
    default void refusesAJpegThatIsCutOff(int percent) {
        var noise = Pictures.noise(new Size(200, 150));

        assertRefused(Jpegs.baseline(noise).cutOffAt(percent));
        assertRefused(Jpegs.progressive(noise).cutOffAt(percent));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 90, 97})
    default void refusesAPngThatIsCutOff(int percent) {
        assertRefused(Pngs.of(Pictures.noise(new Size(200, 150))).cutOffAt(percent));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 90})
    default void refusesAGifThatIsCutOff(int percent) {
        assertRefused(Gifs.still(Pictures.noise(new Size(200, 150))).cutOffAt(percent));
    }

    @Test
    default void refusesAnAnimationThatIsCutOff() {
        var frame = Frame.whole(Pictures.noise(new Size(90, 60)), 5);
        var source = Gifs.of(List.of(frame, frame, frame), 0);

        var plan = new Plan(List.of(), source.size(), 3, new Encoding.Gif());
        assertThatThrownBy(() -> engine().render(source.cutOffAt(60).checked(), List.of(plan)))
                .isInstanceOf(UndecodableImage.class);
    }

    @Test
    default void refusesPixelsThatCannotBeInflated() {
        assertRefused(Pngs.withDamagedPixels(Pngs.of(Pictures.noise(new Size(200, 150)))));
    }

    @Test
    default void tellsClientsNothingOfItsLibraries() {
        var source = Pngs.of(Pictures.noise(new Size(200, 150))).cutOffAt(50);
        var plan = new Plan(List.of(), source.size(), 1, new Encoding.Png());

        assertThatThrownBy(() -> engine().render(source.checked(), List.of(plan)))
                .isInstanceOfSatisfying(
                        UndecodableImage.class,
                        failure ->
                                assertThat(failure.detail())
                                        .doesNotContainIgnoringCase("vips")
                                        .doesNotContainIgnoringCase("java")
                                        .doesNotContain("/", "!"));
    }

    @Test
    default void stillWorksAfterItRefused() {
        var source = Pngs.of(Pictures.noise(new Size(200, 150)));

        assertRefused(source.cutOffAt(50));
        rendered(source, new Encoding.Png(), source.size());
    }

    private void assertRefused(PictureFile source) {
        var small = new Size(20, 15);
        var whole = new Plan(List.of(), source.size(), 1, new Encoding.Png());
        var scaled = new Plan(List.of(new Step.Scale(small)), small, 1, new Encoding.Png());

        assertThatThrownBy(() -> engine().render(source.checked(), List.of(whole)))
                .isInstanceOf(UndecodableImage.class);
        assertThatThrownBy(() -> engine().render(source.checked(), List.of(scaled)))
                .isInstanceOf(UndecodableImage.class);
    }
}

package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every engine does, once for libvips and once for Thumbnailator. Tests of formats that an
/// engine does not have are skipped with that reason.
public interface ImageEngineContract
        extends ScalingContract,
                GeometryContract,
                OrientationContract,
                ColorContract,
                TransparencyContract,
                ToneContract,
                SharpnessContract,
                ShapeContract,
                OverlayContract,
                AttentionContract,
                AverageContract,
                GoldenContract,
                AnimationContract,
                FrameContract,
                WebpSourceContract,
                WorkedSizeContract,
                EncodingContract,
                MetadataContract,
                RefusalContract {

    @Test
    default void namesItsVersion() {
        assertThat(engine().version()).matches("[a-z]+-[0-9][0-9A-Za-z.]*");
    }

    @Test
    default void readsAndWritesWhatEveryBrowserShows() {
        assertThat(engine().reads())
                .contains(SourceFormat.JPEG, SourceFormat.PNG, SourceFormat.GIF);
        assertThat(engine().writes())
                .contains(OutputFormat.JPEG, OutputFormat.PNG, OutputFormat.GIF);
    }

    @Test
    default void makesManyRenditionsOfOneSourceInTheirOrder() {
        var source = Pngs.of(Letters.draw(Letters.F, new Size(20, 20)));
        var turned = new Step.Turn(90, source.size(), Step.Surroundings.WHITE);
        var small = new Size(30, 30);
        var plans =
                List.of(
                        new Plan(List.of(turned), source.size(), 1, new Encoding.Png()),
                        new Plan(
                                List.of(new Step.Scale(small)),
                                small,
                                1,
                                new Encoding.Jpeg(80, false)),
                        new Plan(List.of(), source.size(), 1, new Encoding.Gif()),
                        new Plan(List.of(), source.size(), 1, new Encoding.Png()));

        var renditions = engine().render(source.checked(), plans);

        assertThat(renditions)
                .extracting(EncodedImage::format)
                .containsExactly(
                        OutputFormat.PNG, OutputFormat.JPEG, OutputFormat.GIF, OutputFormat.PNG);
        assertThat(renditions)
                .extracting(rendition -> Letters.read(WrittenFile.of(rendition).decoded()))
                .containsExactly(".## ..# ..#", Letters.F, Letters.F, Letters.F);
        assertThat(renditions.get(1).size()).isEqualTo(small);
    }

    @Test
    default void makesNothingOfNoPlans() {
        var source = Pngs.of(Pictures.nineCells(new Size(9, 9)));

        assertThat(engine().render(source.checked(), List.of())).isEmpty();
    }
}

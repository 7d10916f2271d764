package io.imagehandler.rendition.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.style.Style;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a style whose watermark is damaged, and of the others.
class DamagedMarksTest {

    private static final OriginalKey CAT = new OriginalKey("photos/cat.png");
    private static final byte[] RED = TestPictures.png(40, 30, 0xFF0000);
    private static final String SMALL_PATH = "_r/s/photos/cat.png/small";

    private static final Style SMALL = style("small", "image/resize,w_20");
    private static final Style MARKED =
            style("marked", "image/watermark,image_" + encoded("brand/logo.png"));

    private final InMemoryOriginals originals = new InMemoryOriginals();
    private final InMemoryRenditions renditions = new InMemoryRenditions();

    @BeforeEach
    void upload() {
        originals.upload(CAT.value(), RED, "image/png");
        originals.upload("brand/logo.png", TestPictures.png(4, 4, 0x0000FF), "image/png");
    }

    @Test
    void refusesAloneWhatHasNoImageForItsWatermark() {
        originals.upload("brand/logo.png", "hello".getBytes(UTF_8), "image/png");

        assertThat(refused(converge(SMALL, MARKED)).reason().detail())
                .startsWith("the image of the watermark: ");
        assertThat(renditions.stored()).containsOnlyKeys(SMALL_PATH);
    }

    /// Damage that only a decoder finds.
    @Test
    void refusesAloneWhoseWatermarkCannotBeDecoded() {
        Outcome outcome = converge(DamagedMarksTest::hasMark, SMALL, MARKED);

        assertThat(refused(outcome).reason()).isInstanceOf(UndecodableImage.class);
        assertThat(renditions.stored()).containsOnlyKeys(SMALL_PATH);
    }

    @Test
    void refusesAnOriginalThatCannotBeDecodedWhateverTheWatermarks() {
        Outcome outcome = converge(_ -> true, SMALL, MARKED);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(renditions.stored()).isEmpty();
    }

    private Outcome converge(Style... styles) {
        return converge(_ -> false, styles);
    }

    /// @param damaged which plans need data that cannot be decoded
    private Outcome converge(Predicate<Plan> damaged, Style... styles) {
        var engine = new Failing(new DescribingEngine(), damaged);
        return new TestConvergence(originals, renditions, engine)
                .of(1_000_000, styles)
                .converge(CAT, Lease.unlimited());
    }

    private static boolean hasMark(Plan plan) {
        return plan.steps().stream().anyMatch(Step.Overlay.class::isInstance);
    }

    /// The only one that was refused.
    private static Refused refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(InStep.class);
        List<Refused> refused = ((InStep) outcome).refused();
        assertThat(refused).hasSize(1);
        return refused.getFirst();
    }

    private static Style style(String name, String text) {
        return Style.parse(name, text, Set.of(), true, "", 0);
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /// An engine that meets damage.
    private record Failing(ImageEngine engine, Predicate<Plan> damaged) implements ImageEngine {

        @Override
        public String version() {
            return engine.version();
        }

        @Override
        public Set<SourceFormat> reads() {
            return engine.reads();
        }

        @Override
        public Set<OutputFormat> writes() {
            return engine.writes();
        }

        @Override
        public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
            return engine.memory(source, plans);
        }

        @Override
        public Color average(CheckedImage source) {
            return engine.average(source);
        }

        @Override
        public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
            if (plans.stream().anyMatch(damaged)) {
                throw new UndecodableImage("the picture is damaged");
            }
            return engine.render(source, plans);
        }
    }
}

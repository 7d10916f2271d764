package io.imagehandler.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.rendition.Prepared.Known;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparedTest {

    private static final OriginalKey CAT = new OriginalKey("cat.png");
    private static final Marks NO_MARKS = new Marks(Map.of());
    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);

    /// What decoding a PNG of this width takes.
    private static final long DECODING = 40 * 3 * 32;

    private final DescribingEngine engine = new DescribingEngine();

    @Test
    void tellsWhatWillComeOfItAndWhatItTakes() {
        var work = work(renderer(9_000_000).prepare(file(), wanted("resize,w_20"), NO_MARKS));

        assertThat(work.memory())
                .isEqualTo(new MemoryEstimate(PICTURE.length, DECODING, 1_000_000, 0));
        assertThat(work.memory().total()).isEqualTo(PICTURE.length + DECODING + 1_000_000);
        assertThat(work.source().size()).isEqualTo(new Size(40, 30));
        assertThat(work.plans()).extracting(Plan::size).containsExactly(new Size(20, 15));
        assertThat(engine.decodes()).isZero();

        assertThat(work.result()).isInstanceOf(Rendered.class);
        assertThat(engine.decodes()).isEqualTo(1);
    }

    @Test
    void decodesNothingForWhatIsKnown() {
        var renderer = renderer(9_000_000);

        assertThat(renderer.prepare(file(), wanted("threshold,1000000"), NO_MARKS))
                .isInstanceOf(Known.class);
        assertThat(renderer.prepare(file(), Query.INFO)).isInstanceOf(Known.class);
        assertThat(work(renderer.prepare(file(), Query.AVERAGE_HUE)).memory().total())
                .isEqualTo(PICTURE.length + DECODING);
        assertThat(engine.decodes()).isZero();
    }

    @Test
    void refusesWhatTakesMoreMemoryThanMayBe() {
        var renderer = renderer(DECODING + 999_999);
        var wanted = wanted("resize,w_20");

        assertThatExceptionOfType(ImageTooLarge.class)
                .isThrownBy(() -> renderer.prepare(file(), wanted, NO_MARKS))
                .withMessageContaining("memory");
        assertThat(renderer.prepare(file(), List.of(wanted)))
                .isInstanceOf(Known.class)
                .satisfies(
                        known -> assertThat(known.result()).hasOnlyElementsOfType(Refused.class));
    }

    @Test
    void decodesAgainWhatCannotBeHeldTogether() {
        var wanted = List.of(wanted("resize,w_1"), wanted("resize,w_2"), wanted("resize,w_3"));

        var work = work(renderer(DECODING + 2_500_000).prepare(file(), wanted));

        assertThat(work.memory().pictures()).isEqualTo(2_000_000);
        assertThat(work.result())
                .extracting(Rendering::wanted)
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(engine.decodes()).isEqualTo(2);
    }

    private Renderer renderer(long memory) {
        var usual = ImageLimits.DEFAULT;
        var limits =
                new ImageLimits(
                        usual.bytes(),
                        usual.side(),
                        usual.pixels(),
                        usual.frames(),
                        usual.animationPixels(),
                        memory);
        return new Renderer(
                new Inspector(limits),
                new Planner(engine.writes(), limits),
                engine,
                new MarkOriginals(new InMemoryOriginals(new Steps()), 10_000));
    }

    private static <T> Work<T> work(Prepared<T> prepared) {
        assertThat(prepared).isInstanceOf(Work.class);
        return (Work<T>) prepared;
    }

    private static ByteBuffer file() {
        return ByteBuffer.wrap(PICTURE);
    }

    private static WantedRendition wanted(String operations) {
        return WantedRendition.adHoc(
                CAT, TransformationGrammar.parse("image/" + operations), AcceptClass.NONE);
    }
}

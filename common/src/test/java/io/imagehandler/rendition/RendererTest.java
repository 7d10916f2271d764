package io.imagehandler.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.InBase64;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {

    private static final OriginalKey CAT = new OriginalKey("cat.png");
    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);
    private static final byte[] LOGO = TestPictures.png(4, 3, 0x00FF00);
    private static final EntityTag TAG = new EntityTag("a");

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final DescribingEngine engine = new DescribingEngine();
    private final Renderer renderer =
            new Renderer(
                    new Inspector(ImageLimits.DEFAULT),
                    new Planner(engine.writes(), ImageLimits.DEFAULT),
                    engine,
                    new MarkOriginals(originals, 10_000));

    @BeforeEach
    void upload() {
        originals.upload("logo.png", LOGO, "image/png");
    }

    @Test
    void passesOnWhatIsUnderTheThreshold() {
        var wanted = wanted("resize,w_9/threshold," + (PICTURE.length + 1));
        var other = wanted("resize,w_9/threshold," + PICTURE.length);

        var passedOn = new PassedOn(wanted, SourceFormat.PNG, new Size(40, 30), PICTURE.length);
        assertThat(made(wanted)).isEqualTo(passedOn);
        assertThat(made(other)).isInstanceOf(Rendered.class);
        assertThat(renderer.render(file(), List.of(wanted, other)))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).isEqualTo(passedOn),
                        one -> assertThat(one.wanted()).isEqualTo(other));
    }

    @Test
    void passesOnNothingButPictures() {
        var wanted = wanted("threshold,1000000");
        var hello = ByteBuffer.wrap("hello".getBytes(UTF_8));

        assertThatExceptionOfType(UnsupportedFormat.class)
                .isThrownBy(() -> renderer.prepare(hello, wanted, renderer.marks(wanted)));
    }

    @Test
    void readsEachMarkOnceForAllThatIsWanted() {
        var one = wanted("watermark,image_{logo.png}/watermark,image_{logo.png},g_nw");
        var two = wanted("resize,w_9/watermark,image_{logo.png}");

        assertThat(renderer.render(file(), List.of(one, two)))
                .hasSize(2)
                .hasOnlyElementsOfType(Rendered.class);
        assertThat(steps.taken()).containsExactly("GET original");
    }

    @Test
    void readsTheMarksBeforeItRenders() {
        var wanted = wanted("watermark,image_{logo.png}");
        Marks marks = renderer.marks(wanted);
        originals.delete("logo.png");

        assertThat(renderer.prepare(file(), wanted, marks).result()).isInstanceOf(Rendered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.png", "_r/s/cat.png/thumb"})
    void saysThatAMarkIsMissing(String key) {
        var wanted = wanted("watermark,image_{" + key + "}");
        var other = wanted("resize,w_9");

        assertThatExceptionOfType(NoSuchOriginal.class)
                .isThrownBy(() -> renderer.marks(wanted))
                .withMessage("there is no image of the watermark");
        assertThat(renderer.render(file(), List.of(wanted, other)))
                .extracting(Rendering::wanted, Object::getClass)
                .containsExactlyInAnyOrder(
                        tuple(wanted, Refused.class), tuple(other, Rendered.class));
    }

    @Test
    void boundsMarksLikeOriginals() {
        originals.upload("huge.png", new byte[10_001], "image/png");
        originals.upload("cut.png", Arrays.copyOf(LOGO, LOGO.length / 2), "image/png");
        var cut = wanted("watermark,image_{cut.png}");

        assertThatExceptionOfType(OriginalTooLarge.class)
                .isThrownBy(() -> renderer.marks(wanted("watermark,image_{huge.png}")))
                .withMessage("the image of the watermark has more than 10000 bytes");
        assertThatExceptionOfType(UndecodableImage.class)
                .isThrownBy(() -> made(cut))
                .withMessageStartingWith("the image of the watermark: ");
    }

    @Test
    void tellsRecipesApartByTheirMarks() {
        var wanted = wanted("watermark,image_{logo.png}");
        Provenance before = renderer.provenance(TAG, wanted);
        Provenance read = renderer.provenance(TAG, wanted, renderer.marks(wanted));

        originals.upload("logo.png", PICTURE, "image/png");
        Provenance after = renderer.provenance(TAG, wanted);
        originals.delete("logo.png");

        assertThat(read).isEqualTo(before);
        assertThat(after).isNotEqualTo(before);
        assertThat(renderer.provenance(TAG, wanted)).isNotEqualTo(after);
    }

    @Test
    void asksForNoTagsWhereThereAreNoMarks() {
        var wanted = wanted("resize,w_9");

        assertThat(renderer.provenance(TAG, wanted))
                .isEqualTo(renderer.provenance(TAG, wanted, renderer.marks(wanted)));
        assertThat(steps.taken()).isEmpty();
    }

    @Test
    void answersQueries() {
        assertThat(renderer.prepare(file(), Query.AVERAGE_HUE).result())
                .isEqualTo(new Answer("text/plain", "0x0102ff"));
        Answer info = renderer.prepare(file(), Query.INFO).result();
        assertThat(info.mediaType()).isEqualTo("application/json");
        assertThat(info.text())
                .startsWith("{\"FileSize\":{\"value\":\"" + PICTURE.length + "\"}")
                .contains("\"ImageWidth\":{\"value\":\"40\"}");
    }

    private Rendering made(WantedRendition wanted) {
        return renderer.prepare(file(), wanted, renderer.marks(wanted)).result();
    }

    private static ByteBuffer file() {
        return ByteBuffer.wrap(PICTURE);
    }

    private static WantedRendition wanted(String operations) {
        var text = InBase64.spelledOut("image/" + operations);
        return WantedRendition.adHoc(CAT, TransformationGrammar.parse(text), AcceptClass.NONE);
    }
}

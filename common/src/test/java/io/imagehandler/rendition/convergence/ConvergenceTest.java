package io.imagehandler.rendition.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Outcome.Gone;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.style.Style;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvergenceTest {

    private static final OriginalKey CAT = new OriginalKey("photos/cat.png");
    private static final byte[] RED = TestPictures.png(40, 30, 0xFF0000);
    private static final byte[] BLUE = TestPictures.png(40, 30, 0x0000FF);

    private static final Style THUMB = style("thumb", "image/resize,w_10", "webp");
    private static final Style SMALL = style("small", "image/resize,w_20");
    private static final Style OUTSIDE = style("outside", "image/crop,x_500");

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final DescribingEngine engine = new DescribingEngine();

    @Test
    void makesEveryEagerStyleOfAnUploadFromOneDecode() {
        EntityTag tag = originals.upload(CAT.value(), RED, "image/png");

        Outcome outcome = converge(THUMB, SMALL);

        assertThat(outcome).isEqualTo(new InStep(3, List.of(), 0));
        assertThat(renditions.stored())
                .containsOnlyKeys(
                        "_r/s/photos/cat.png/thumb",
                        "_r/s/photos/cat.png/thumb.webp",
                        "_r/s/photos/cat.png/small");
        assertThat(sources()).containsOnly(tag);
        assertThat(engine.decodes()).isEqualTo(1);
    }

    @Test
    void doesNothingTwice() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(THUMB);

        assertThat(converge(THUMB)).isEqualTo(new InStep(0, List.of(), 0));
        assertThat(engine.decodes()).isEqualTo(1);
    }

    @Test
    void makesOnlyTheStylesThatAreMeantForTheKey() {
        originals.upload(CAT.value(), RED, "image/png");
        Style elsewhere = Style.parse("other", "image/resize,w_10", List.of(), true, "videos/", 0);
        Style lazy = Style.parse("lazy", "image/resize,w_10", List.of(), false, "", 0);

        converge(elsewhere, lazy);

        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void makesThemAnewWhenTheOriginalIsOverwritten() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(THUMB);

        EntityTag blue = originals.upload(CAT.value(), BLUE, "image/png");

        assertThat(converge(THUMB)).isEqualTo(new InStep(2, List.of(), 0));
        assertThat(sources()).containsOnly(blue);
    }

    @Test
    void makesAStyleAnewWhenItsTextChanges() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(SMALL);

        Outcome outcome = converge(style("small", "image/resize,w_30"));

        assertThat(outcome).isEqualTo(new InStep(1, List.of(), 0));
    }

    @Test
    void makesAMarkedStyleAnewWhenTheMarkChanged() {
        originals.upload(CAT.value(), RED, "image/png");
        originals.upload("logo.png", RED, "image/png");
        Style marked = style("marked", "image/watermark,image_bG9nby5wbmc");
        assertThat(converge(marked)).isEqualTo(new InStep(1, List.of(), 0));

        assertThat(converge(marked)).isEqualTo(new InStep(0, List.of(), 0));
        originals.upload("logo.png", BLUE, "image/png");

        assertThat(converge(marked)).isEqualTo(new InStep(1, List.of(), 0));
    }

    @Test
    void storesNothingWhereTheOriginalStandsForTheStyle() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(SMALL);

        Outcome outcome = converge(style("small", "image/resize,w_20/threshold,1000000"));

        assertThat(outcome).isEqualTo(new InStep(0, List.of(), 1));
        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void removesEverythingWhenTheOriginalIsGone() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(THUMB);
        originals.delete(CAT.value());

        assertThat(converge(THUMB)).isEqualTo(new Gone(2));
        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void removesWhatWasMadeOfAPredecessorAndIsNoEagerStyle() {
        EntityTag red = originals.upload(CAT.value(), RED, "image/png");
        renditions.create(
                RenditionsContract.style(CAT, "lazy"),
                RenditionsContract.image("old"),
                new Provenance(red, "recipe"));

        originals.upload(CAT.value(), BLUE, "image/png");

        assertThat(converge(SMALL)).isEqualTo(new InStep(1, List.of(), 1));
        assertThat(renditions.stored()).containsOnlyKeys("_r/s/photos/cat.png/small");
    }

    @Test
    void keepsWhatOthersMadeOfTheSameOriginal() {
        EntityTag red = originals.upload(CAT.value(), RED, "image/png");
        renditions.create(
                RenditionsContract.style(CAT, "lazy"),
                RenditionsContract.image("current"),
                new Provenance(red, "recipe"));

        assertThat(converge(SMALL)).isEqualTo(new InStep(1, List.of(), 0));
    }

    @Test
    void leavesAKeyAloneThatStartsWithThisOne() {
        var a = new OriginalKey("a");
        var below = new OriginalKey("a/b");
        originals.upload("a", RED, "image/png");
        originals.upload("a/b", BLUE, "image/png");
        converge(a, SMALL);
        converge(below, SMALL);

        originals.delete("a");
        converge(a, SMALL);

        assertThat(renditions.stored()).containsOnlyKeys("_r/s/a/b/small");
    }

    @Test
    void refusesAloneWhatCannotBeDoneToThisOriginal() {
        originals.upload(CAT.value(), RED, "image/png");

        Outcome outcome = converge(OUTSIDE, SMALL);

        assertThat(renditions.stored()).containsOnlyKeys("_r/s/photos/cat.png/small");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        InStep.class,
                        inStep -> {
                            assertThat(inStep.rendered()).isEqualTo(1);
                            assertThat(inStep.refused()).hasSize(1);
                        });
    }

    /// What the style was before is not what it is now.
    @Test
    void leavesNothingWhereAStyleCannotBeDoneAnyMore() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(SMALL);

        Outcome outcome = converge(style("small", "image/crop,x_500"));

        assertThat(outcome).isInstanceOf(InStep.class);
        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void leavesNothingOfThePredecessorOfWhatIsNotAnImage() {
        originals.upload(CAT.value(), RED, "image/png");
        converge(SMALL);
        originals.upload(CAT.value(), "not an image".getBytes(UTF_8), "image/png");

        Outcome outcome = converge(SMALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> {
                            assertThat(rejected.rejection().reason())
                                    .isEqualTo("unsupported-format");
                            assertThat(rejected.found()).isTrue();
                            assertThat(rejected.removed()).isEqualTo(1);
                        });
        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void leavesOutAStyleWhosePathWouldBeTooLong() {
        var longest = new OriginalKey("k".repeat(1_024));
        originals.upload(longest.value(), RED, "image/png");

        assertThat(converge(longest, SMALL)).isEqualTo(new InStep(0, List.of(), 0));
    }

    @Test
    void givesUpForNowIfTheOriginalChangesInEveryRound() {
        originals.upload(CAT.value(), RED, "image/png");
        IntStream.range(0, 1_000)
                .forEach(step -> steps.before(step, () -> upload(TestPictures.png(9, 9, step))));

        assertThat(converge(SMALL)).isEqualTo(new Outcome.StillChanging());
    }

    /// Between any two steps of a pass: what was there before, then the change, then the pass of
    /// the change's own event.
    @ParameterizedTest
    @MethodSource("everyStep")
    void survivesAnOverwriteBeforeAnyStep(int step) {
        originals.upload(CAT.value(), RED, "image/png");
        steps.before(step, () -> upload(BLUE));

        converge(THUMB, SMALL);
        upload(BLUE);
        converge(THUMB, SMALL);

        assertThat(renditions.stored()).hasSize(3);
        assertThat(sources()).containsOnly(Md5.tag(BLUE));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void survivesADeletionBeforeAnyStep(int step) {
        originals.upload(CAT.value(), RED, "image/png");
        steps.before(step, () -> originals.delete(CAT.value()));

        converge(THUMB, SMALL);
        originals.delete(CAT.value());
        converge(THUMB, SMALL);

        assertThat(renditions.stored()).isEmpty();
    }

    /// The pass itself notices, without another event, every change before its last step.
    @ParameterizedTest
    @MethodSource("everyStep")
    void endsInStepWithWhatItSawLast(int step) {
        originals.upload(CAT.value(), RED, "image/png");
        steps.before(step, () -> upload(BLUE));

        converge(THUMB, SMALL);

        assertThat(sources()).containsOnly(Md5.tag(step < stepsOfAPass() ? BLUE : RED));
    }

    /// Another worker's pass for the same key, whole, between any two steps of this one.
    @ParameterizedTest
    @MethodSource("everyStep")
    void survivesAnotherPassAfterAnOverwriteBeforeAnyStep(int step) {
        originals.upload(CAT.value(), RED, "image/png");
        steps.before(
                step,
                () -> {
                    upload(BLUE);
                    converge(THUMB, SMALL);
                });

        converge(THUMB, SMALL);

        boolean changed = step < steps.taken().size();
        assertThat(sources()).containsOnly(Md5.tag(changed ? BLUE : RED));
        assertThat(renditions.stored()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void readsNoMoreThanItMay(int bytes) {
        originals.upload(CAT.value(), RED, "image/png");

        Outcome outcome = convergence(bytes, SMALL).converge(CAT, Lease.unlimited());

        assertThat(outcome).isInstanceOf(Rejected.class);
    }

    static IntStream everyStep() {
        return IntStream.rangeClosed(0, stepsOfAPass());
    }

    /// How many calls to the stores a first pass for two styles in three renditions makes.
    private static int stepsOfAPass() {
        var counted = new ConvergenceTest();
        counted.originals.upload(CAT.value(), RED, "image/png");
        counted.converge(THUMB, SMALL);
        return counted.steps.taken().size();
    }

    private void upload(byte[] bytes) {
        originals.upload(CAT.value(), bytes, "image/png");
    }

    private Stream<EntityTag> sources() {
        return renditions.stored().values().stream().map(found -> found.provenance().source());
    }

    private Outcome converge(Style... styles) {
        return converge(CAT, styles);
    }

    private Outcome converge(OriginalKey key, Style... styles) {
        return convergence(1_000_000, styles).converge(key, Lease.unlimited());
    }

    private Convergence convergence(long mostBytes, Style... styles) {
        return new TestConvergence(originals, renditions, engine).of(mostBytes, styles);
    }

    private static Style style(String name, String text, String... formats) {
        return Style.parse(name, text, Set.of(formats), true, "", 0);
    }
}

package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Holds the estimate to what Linux says that the process took.
@ExtendWith(Libvips.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeMemoryTest {

    /// So much more than is estimated may be held: the process does other things besides.
    private static final double TOLERANCE = 1.2;

    /// What else the process does can only add, and does not do so each time.
    private static final int TRIES = 3;

    private static final Size LARGE = new Size(3_000, 2_000);
    private static final Size HALF = new Size(1_500, 1_000);
    private static final Size WIDE = new Size(6_000, 1_000);
    private static final Size HALF_WIDE = new Size(3_000, 500);
    private static final Size SMALL = new Size(600, 400);
    private static final Size FEW = new Size(500, 500);
    private static final Size TINY = new Size(50, 40);

    private static final Encoding JPEG = new Encoding.Jpeg(80, false);
    private static final Encoding PNG = new Encoding.Png();
    private static final Encoding WEBP = new Encoding.Webp(75);
    private static final Encoding AVIF = new Encoding.Avif(50);
    private static final Encoding GIF = new Encoding.Gif();

    private VipsEngine engine;
    private CheckedImage baseline;
    private CheckedImage withAlpha;

    @BeforeAll
    void start() {
        engine = Libvips.engine();
        baseline = photograph(picture -> picture.call("jpegsave_buffer").set("Q", 88));
        withAlpha = photograph(picture -> Alpha.added(picture).call("pngsave_buffer"));
        engine.render(baseline, List.of(scaled(JPEG, SMALL)));
    }

    @Test
    void holdsNoMoreWhateverTheSource() {
        assumeTrue(ProcessMemory.canBeMeasured(), "this kernel does not forget peaks of memory");

        check("baseline JPEG", baseline, scaled(JPEG, SMALL));
        check(
                "progressive JPEG",
                photograph(picture -> picture.call("jpegsave_buffer").set("interlace", true)),
                scaled(JPEG, SMALL));
        check("PNG", withAlpha, scaled(PNG, HALF));
        check(
                "interlaced PNG",
                photograph(picture -> picture.call("pngsave_buffer").set("interlace", true)),
                scaled(JPEG, SMALL));
        check("a wide JPEG", wide(p -> p.call("jpegsave_buffer")), scaled(JPEG, HALF_WIDE));
        check(
                "a wide PNG with alpha",
                wide(p -> Alpha.added(p).call("pngsave_buffer")),
                scaled(PNG, HALF_WIDE));
        check(
                "WebP",
                photograph(picture -> picture.call("webpsave_buffer").set("effort", 0)),
                plan(JPEG, LARGE));
    }

    @Test
    void holdsNoMoreWhateverIsWritten() {
        assumeTrue(ProcessMemory.canBeMeasured(), "this kernel does not forget peaks of memory");

        check("to JPEG", baseline, plan(JPEG, LARGE));
        check("to PNG", baseline, plan(PNG, LARGE));
        check("to WebP", baseline, plan(WEBP, LARGE));
        check("to WebP with alpha", baseline, plan(WEBP, LARGE, new Effect.RoundCorners(900)));
        check("to AVIF", baseline, scaled(AVIF, HALF));
        check("to AVIF with alpha", withAlpha, scaled(AVIF, HALF));
        check("of an animation to GIF", animation(), plan(GIF, SMALL, 20, new Effect.Blur(2, 2)));
        check("of an animation to WebP", animation(), plan(WEBP, SMALL, 20));
        check("of an animation enlarged", animation(), plan(WEBP, HALF, 20, new Step.Scale(HALF)));
    }

    @Test
    void holdsNoMoreWhateverIsDone() {
        assumeTrue(ProcessMemory.canBeMeasured(), "this kernel does not forget peaks of memory");
        var turned = new Size(3_100, 2_900);

        check("a quarter turn", baseline, plan(JPEG, LARGE.turned(), turn(90, LARGE.turned())));
        check("a turn", baseline, plan(JPEG, turned, turn(30, turned)));
        check("a turn of what has alpha", withAlpha, plan(JPEG, turned, turn(30, turned)));
        check("blurs", baseline, plan(JPEG, LARGE, new Effect.Blur(5, 5), new Effect.Blur(5, 6)));
        check("attention", baseline, plan(JPEG, SMALL, new Step.AttentionCut(SMALL)));
        check("a watermark", baseline, plan(JPEG, LARGE, watermark()));
        check(
                "several of one decode",
                baseline,
                scaled(WEBP, SMALL),
                scaled(JPEG, HALF),
                scaled(WEBP, HALF),
                plan(JPEG, LARGE, new Effect.Blur(3, 3)));
    }

    @Test
    void holdsNoMoreOfSmallOnesThatAreWrittenWithMoreEffort() {
        assumeTrue(ProcessMemory.canBeMeasured(), "this kernel does not forget peaks of memory");
        CheckedImage small = photograph(FEW, picture -> picture.call("jpegsave_buffer"));
        CheckedImage clear =
                photograph(FEW, picture -> Alpha.added(picture).call("pngsave_buffer"));

        check("to small WebP", small, plan(WEBP, FEW));
        check("to small WebP with alpha", clear, plan(WEBP, FEW));
        check("to small AVIF", small, plan(AVIF, FEW));
        check("to small AVIF with alpha", clear, plan(AVIF, FEW));
    }

    @Test
    void holdsNoMoreOfAnimationsWhoseFramesAreTakenApart() {
        assumeTrue(ProcessMemory.canBeMeasured(), "this kernel does not forget peaks of memory");
        CheckedImage palette = rewritten(p -> p.call("gifsave_buffer").set("effort", 1));
        CheckedImage profile =
                rewritten(p -> p.call("webpsave_buffer").set("profile", "p3").set("effort", 0));

        check("a palette, cut", palette, enlargedAndCut());
        check("a profile, cut", profile, enlargedAndCut());
        check("a palette, on a canvas", palette, enlargedAndCut(onCanvas()));
        check("a profile, on a canvas", profile, enlargedAndCut(onCanvas()));
        check("a profile, brighter", profile, enlargedAndCut(new Effect.Brighten(10)));
        check("a profile, blurred", profile, enlargedAndCut(new Effect.Blur(2, 2)));
        check("a palette, blurred", palette, enlargedAndCut(new Effect.Blur(2, 2)));
    }

    @Test
    void countsWhatTheSpecificationOfTheModelCounts() {
        MemoryEstimate plain = engine.memory(baseline, List.of(scaled(JPEG, SMALL)));
        MemoryEstimate webp = engine.memory(baseline, List.of(scaled(WEBP, SMALL)));
        MemoryEstimate turned = engine.memory(baseline, List.of(plan(JPEG, LARGE, turn(9, LARGE))));

        assertThat(plain.file()).isEqualTo(baseline.bytes().remaining());
        assertThat(plain.decoding()).isGreaterThan(baseline.facts().decodeMemory());
        assertThat(webp.encoding()).isGreaterThanOrEqualTo(8 * SMALL.pixels());
        assertThat(turned.pictures()).isGreaterThanOrEqualTo(4 * LARGE.pixels());
    }

    @Test
    void beginsNoEncodingThatNothingCouldStop() {
        var hasty = new VipsEngine(Libvips.library(), Duration.ofSeconds(1));
        var large = new Size(1_700, 1_600);

        assertThatExceptionOfType(TooSlow.class)
                .isThrownBy(() -> hasty.render(baseline, List.of(scaled(AVIF, large))))
                .withMessage("a picture of 1700x1600 takes too long to be written as avif");
    }

    private void check(String what, CheckedImage source, Plan... plans) {
        MemoryEstimate estimate = engine.memory(source, List.of(plans));
        double allowed = estimate.total() * TOLERANCE;
        long peak = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && peak >= allowed; i++) {
            peak = ProcessMemory.peakOf(() -> engine.render(source, List.of(plans)));
        }
        System.out.printf(
                "%-26s file %3d + decoding %3d + pictures %3d + encoding %3d = %3d MiB, peak %3d%n",
                what,
                estimate.file() >> 20,
                estimate.decoding() >> 20,
                estimate.pictures() >> 20,
                estimate.encoding() >> 20,
                estimate.total() >> 20,
                peak >> 20);
        assertThat((double) peak).as(what).isLessThan(allowed);
    }

    private static Step turn(int degrees, Size size) {
        return new Step.Turn(degrees, size, Step.Surroundings.WHITE);
    }

    private Step watermark() {
        var part = new Mark.Part.Picture(withAlpha, List.of(new Step.Scale(HALF)), HALF, 0, 0);
        var mark = new Mark(HALF, List.of(part), List.of(), HALF, 60);
        return new Step.Overlay(mark, new Mark.Placement.At(10, 10));
    }

    private static Plan scaled(Encoding encoding, Size size) {
        return plan(encoding, size, new Step.Scale(size));
    }

    private static Plan plan(Encoding encoding, Size size, Step... steps) {
        return plan(encoding, size, 1, steps);
    }

    private static Plan plan(Encoding encoding, Size size, int frames, Step... steps) {
        return new Plan(List.of(steps), size, frames, encoding);
    }

    private static CheckedImage animation() {
        var frames =
                IntStream.range(0, 20)
                        .mapToObj(i -> Pictures.gradient(new Size(620 - i, 400)))
                        .map(image -> image.getSubimage(0, 0, 600, 400))
                        .map(image -> Gifs.Frame.whole(image, 5))
                        .toList();
        return Gifs.of(frames, 0).checked();
    }

    /// What is written is so small that only the steps before count.
    private static Plan enlargedAndCut(Step... between) {
        var steps = new ArrayList<Step>(List.of(new Step.Scale(HALF)));
        steps.addAll(List.of(between));
        steps.add(new Step.Cut(0, 0, TINY));
        return new Plan(steps, TINY, 20, WEBP);
    }

    private static Step onCanvas() {
        return new Step.Canvas(new Size(1_600, 1_100), 50, 50, new Color(255, 0, 0));
    }

    private static CheckedImage rewritten(Function<Picture, Call> write) {
        try (var arena = Arena.ofConfined()) {
            var session = new Session(new Vips(Libvips.library().functions()), arena);
            Picture strip = Loader.load(session, animation(), 20, 1).strip();
            return Sources.checked(write.apply(strip).bytes());
        }
    }

    private static CheckedImage photograph(Function<Picture, Call> write) {
        return photograph(LARGE, write);
    }

    private static CheckedImage wide(Function<Picture, Call> write) {
        return photograph(WIDE, write);
    }

    private static CheckedImage photograph(Size size, Function<Picture, Call> write) {
        try (var arena = Arena.ofConfined()) {
            var session = new Session(new Vips(Libvips.library().functions()), arena);
            var file = session.copy(ByteBuffer.wrap(Sources.photograph(size)));
            var picture = Loader.open(session, SourceFormat.JPEG, file, 1, 1).inMemory();
            return Sources.checked(write.apply(picture).bytes());
        }
    }
}

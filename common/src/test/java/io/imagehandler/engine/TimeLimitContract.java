package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How an engine keeps to its time.
public interface TimeLimitContract {

    /// What a rendering takes longer than its limit before it is noticed, on a busy machine.
    Duration LATE = Duration.ofSeconds(1);

    /// An engine that gives each rendering so much time on the clock.
    ImageEngine within(Duration limit);

    @Test
    default void givesUpAChainOfTwentyBlurs() {
        var limit = Duration.ofSeconds(1);
        var engine = within(limit);
        var size = new Size(4_000, 3_000);
        var source = Jpegs.baseline(Pictures.gradient(size));
        List<Step> blurs = Collections.nCopies(20, new Effect.Blur(50, 50));

        Duration taken = refused(engine, source, new Plan(blurs, size, 1, jpeg()));

        System.out.printf("20 blurs at 12 MP: %s, given up after %s%n", engine.version(), taken);
        assertThat(taken).isBetween(limit, limit.plus(LATE));
        assertThat(engine.render(small().checked(), List.of(plain(small().size()))))
                .as("the next picture")
                .hasSize(1);
    }

    @Test
    default void givesUpReading() {
        var limit = Duration.ofMillis(10);
        var size = new Size(6_000, 5_000);
        var tiny = new Size(60, 50);
        var plan = new Plan(List.of(new Step.Scale(tiny)), tiny, 1, jpeg());

        Duration taken = refused(within(limit), Pngs.of(Pictures.gradient(size)), plan);

        assertThat(taken).isBetween(limit, limit.plus(LATE));
    }

    @Test
    default void givesUpWriting() {
        var limit = Duration.ofMillis(100);
        var size = new Size(4_000, 4_000);
        var source = Pngs.of(Pictures.flat(new Size(40, 40), Color.BLUE));
        var plan = new Plan(List.of(new Step.Scale(size)), size, 1, new Encoding.Png());

        Duration taken = refused(within(limit), source, plan);

        assertThat(taken).isBetween(limit, limit.plus(LATE));
    }

    @Test
    default void givesEachOfSeveralRenditionsItsTime() {
        var size = new Size(1_200, 1_000);
        var source = Jpegs.baseline(Pictures.noise(size));
        var plan = new Plan(List.of(new Effect.Blur(10, 10)), size, 1, jpeg());
        var patient = within(Duration.ofMinutes(1));
        patient.render(source.checked(), List.of(plan));
        long start = System.nanoTime();
        patient.render(source.checked(), List.of(plan));
        var alone = Duration.ofNanos(System.nanoTime() - start);

        // A little different, so that none is made together with another.
        var plans =
                IntStream.range(0, 12)
                        .mapToObj(i -> List.<Step>of(new Effect.Blur(10 + i / 100.0, 10)))
                        .map(blur -> new Plan(blur, size, 1, jpeg()))
                        .toList();

        assertThat(within(alone.multipliedBy(6)).render(source.checked(), plans)).hasSize(12);
    }

    @Test
    default void saysOfEachPictureWhenItWillBeOver() {
        var limit = Duration.ofMinutes(1);
        var engine = within(limit);
        var told = new ArrayList<Duration>();
        var source = small();
        var plans = List.of(plain(source.size()), scaled(new Size(3, 2)), scaled(new Size(2, 2)));

        Deadlines.told(told::add, () -> engine.render(source.checked(), plans));

        assertThat(told).hasSizeGreaterThanOrEqualTo(3).containsOnly(limit.multipliedBy(2));
    }

    private static Plan scaled(Size size) {
        return new Plan(List.of(new Step.Scale(size)), size, 1, jpeg());
    }

    private Duration refused(ImageEngine engine, PictureFile source, Plan plan) {
        // The first picture ever loads classes.
        within(Duration.ofMinutes(1)).render(small().checked(), List.of(plain(small().size())));
        var checked = source.checked();
        long start = System.nanoTime();
        assertThatExceptionOfType(TooSlow.class)
                .isThrownBy(() -> engine.render(checked, List.of(plan)))
                .withMessageContaining("longer than");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static PictureFile small() {
        return Jpegs.baseline(Pictures.gradient(new Size(40, 30)));
    }

    private static Plan plain(Size size) {
        return new Plan(List.of(), size, 1, jpeg());
    }

    private static Encoding jpeg() {
        return new Encoding.Jpeg(80, false);
    }
}

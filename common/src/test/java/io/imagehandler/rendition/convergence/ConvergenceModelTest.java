package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.convergence.Baton.Faults;
import io.imagehandler.rendition.convergence.Model.Setup;
import io.imagehandler.rendition.convergence.Model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The pass itself and the very class that stores what was made on demand, in tens of thousands of
/// schedules: three workers and some requests at one original that is overwritten, deleted, made
/// again and goes back to what it was; events that come twice, late and in any order; whoever acts
/// is interrupted at every call to the outside, and may die there, stand still past his lease, or
/// have his call refused or its answer lost.
///
/// The same seed gives the same schedule. `-Dimagehandler.seed=<seed>` shows one instead, with a
/// sabotage if `-Dimagehandler.sabotage` names it; `-Dimagehandler.schedules` sets how many run.
class ConvergenceModelTest {

    /// What may go wrong; a schedule's seed chooses among them. Where requests live, nothing that
    /// is wrong at the end is excused.
    private static final List<Weather> WEATHERS =
            List.of(
                    new Weather("fair", Faults.NONE, true, false),
                    new Weather("workers die", new Faults(60, 0, 0, 0), true, false),
                    new Weather("workers pause", new Faults(0, 150, 150, 100), true, false),
                    new Weather("everything", new Faults(60, 100, 100, 100), true, true),
                    new Weather("no markers", new Faults(60, 100, 100, 100), false, true));

    private record Weather(String name, Faults faults, boolean marks, boolean requestsDie) {

        static Weather of(long seed) {
            return WEATHERS.get((int) Math.floorMod(seed, (long) WEATHERS.size()));
        }
    }

    private static final long SCHEDULES = Long.getLong("imagehandler.schedules", 40_000);

    /// Of all schedules, in those where workers and requests may die.
    private static final double MOST_EXCUSED = 0.001;

    @Test
    void endsInStepWithTheNewestOriginalInEverySchedule() {
        Long shown = Long.getLong("imagehandler.seed");
        if (shown != null) {
            show(shown);
            return;
        }
        long excused = 0;
        for (long seed = 0; seed < SCHEDULES; seed++) {
            var model = model(seed, Sabotage.NONE, false);
            Verdict verdict = run(model, seed);
            if (!verdict.wrong().isEmpty()) {
                assertThat(verdict.excused() && Weather.of(seed).requestsDie())
                        .as(replay(seed, verdict))
                        .isTrue();
                excused++;
                assertThat(model.wrongAfterAnotherEvent()).as("seed " + seed).isEmpty();
            }
        }
        System.out.printf(
                "%,d schedules, none wrong but %d with the residual double fault, all of which the"
                        + " next event of the key mends%n",
                SCHEDULES, excused);
        assertThat(excused).isLessThanOrEqualTo((long) (MOST_EXCUSED * SCHEDULES));
    }

    /// Tests the test: what the protocol cannot do without is missed.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void noticesThatSomethingIsMissing(Sabotage sabotage) {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Verdict verdict = run(model(seed, sabotage, false), seed);
            if (!verdict.wrong().isEmpty() && !verdict.excused()) {
                System.out.printf(
                        "%s: caught after %,d schedules: %s%n",
                        sabotage, seed + 1, verdict.wrong());
                return;
            }
        }
        throw new AssertionError(sabotage + " was not noticed in " + SCHEDULES + " schedules");
    }

    @Test
    void givesTheSameScheduleForTheSameSeed() {
        for (long seed = 0; seed < 50; seed++) {
            List<String> once = model(seed, Sabotage.NONE, true).run().trace();

            assertThat(once).isNotEmpty();
            assertThat(model(seed, Sabotage.NONE, true).run().trace()).isEqualTo(once);
        }
    }

    /// The one that was asked for.
    private static void show(long seed) {
        var sabotage = Sabotage.valueOf(System.getProperty("imagehandler.sabotage", "NONE"));
        Verdict verdict = model(seed, sabotage, true).run();
        System.out.println(String.join("\n", verdict.trace()) + "\n" + replay(seed, verdict));
    }

    private static Verdict run(Model model, long seed) {
        try {
            return model.run();
        } catch (AssertionError failed) {
            throw new AssertionError("seed " + seed + " failed", failed);
        }
    }

    private static String replay(long seed, Verdict verdict) {
        return "seed %d, %s: %s; replay it with -Dimagehandler.seed=%d"
                .formatted(seed, Weather.of(seed).name(), verdict.wrong(), seed);
    }

    private static Model model(long seed, Sabotage sabotage, boolean traced) {
        Weather weather = Weather.of(seed);
        var setup = new Setup(weather.faults(), weather.marks(), weather.requestsDie(), sabotage);
        return new Model(seed, setup, traced);
    }
}

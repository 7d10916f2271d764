package io.imagehandler.worker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Run.State;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.worker.upkeep.Jobs;
import io.imagehandler.worker.upkeep.Site;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillCommandTest {

    private static final String ALL = "backfill --all --rate 10000";

    private final Site site = new Site();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void fill() {
        site.styles.set(Site.eager("thumb", "image/resize,w_20"));
        for (int i = 0; i < 30; i++) {
            site.upload("p/" + i + ".png", i);
        }
        site.originals.upload("p/", new byte[0], "application/x-directory");
    }

    @Test
    void sendsEveryOriginal() {
        assertThat(run("backfill --style thumb --rate=10000")).isZero();
        assertThat(out.toString(UTF_8)).endsWith("30 originals are done\n");
        site.work();

        assertThat(site.state()).isEqualTo(site.due()).hasSize(30);
        assertThat(meters.get("backfill.done").gauge().value()).isEqualTo(30);
        assertThat(meters.get("backfill.total").gauge().value()).isEqualTo(30);
        assertThat(meters.get("backfill.queued").gauge().value()).isZero();
    }

    @Test
    void estimatesByASampleAndSendsNothing() {
        site.tell("p/1.png");

        assertThat(run("backfill --style thumb --dry-run")).isZero();

        assertThat(out.toString(UTF_8))
                .containsPattern("style thumb: 30 originals, \\d")
                .containsPattern("Measured on 20 of them, .* ms and [1-9]\\d* bytes each")
                .containsPattern(
                        "doing 1 at a time, takes 1 s at no more than 50 originals/s, and .* are stored");
        assertThat(site.jobs.sent()).isZero();
        assertThat(site.runs.find("backfill")).isEmpty();
    }

    @Test
    void saysHowFarTheLastOneHasCome() {
        run(ALL);
        out.reset();

        assertThat(run("backfill status")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("all styles: finished, 30 of 30 originals sent");
    }

    @Test
    void goesOnWhereOneWasCutOff() {
        cutOff("all styles", "p/28.png");

        assertThat(run(ALL)).isZero();

        assertThat(site.jobs.sent()).isEqualTo(8);
        assertThat(out.toString(UTF_8)).startsWith("all styles: unfinished, 22 of 30");
    }

    @Test
    void beginsAnewIfThatIsWanted() {
        cutOff("all styles", "p/28.png");

        assertThat(run(ALL + " --restart")).isZero();

        assertThat(site.jobs.sent()).isEqualTo(30);
    }

    @Test
    void leavesAloneWhatAnotherHasNotFinished() {
        cutOff("style hero", "p/28.png");

        assertThat(run(ALL)).isEqualTo(1);

        assertThat(err.toString(UTF_8)).startsWith("Another one is not finished (style hero)");
        assertThat(site.jobs.sent()).isZero();
    }

    @Test
    void cancels() {
        cutOff("style hero", "p/28.png");

        assertThat(run("backfill cancel")).isZero();
        assertThat(site.runs.find("backfill").orElseThrow().run().state())
                .isEqualTo(State.CANCELLED);
        assertThat(run("backfill cancel")).isEqualTo(1);
        assertThat(run(ALL)).isZero();
    }

    @Test
    void removesWhatIsLeftOfAStyleOnlyIfItIsSaidToBeGone() {
        assertThat(run("backfill --style hero")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("There is no style 'hero'", "say --removed");
        assertThat(run("backfill --style thumb --removed")).isEqualTo(1);
        assertThat(run("backfill --style hero --removed --rate 10000")).isZero();
        assertThat(site.jobs.sent()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backfill",
                "backfill --style",
                "backfill --style thumb --all",
                "backfill --all --removed",
                "backfill --all --rate 0",
                "backfill --all --rate fast",
                "backfill --all --fast",
                "backfill stop",
                "backfill status --all",
                "backfill status cancel",
                "reconcile now",
                "reconcile --rate -1",
                "reconcile --all"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(run(line)).isEqualTo(2);
    }

    @Test
    void endsWith1IfReconcileFindsSomethingAndMayNotHealIt() {
        assertThat(run("reconcile --dry-run --list")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains("missing              p/1.png", "31 keys, 30 of them not in step");
        assertThat(site.jobs.sent()).isZero();

        assertThat(run("reconcile --rate 10000")).isZero();
        site.work();

        assertThat(site.state()).isEqualTo(site.due());
        assertThat(run("reconcile --dry-run")).isZero();
    }

    private void cutOff(String what, String position) {
        var run = Run.begin(what, 30, Instant.EPOCH).at(position, 22, 22);
        site.runs.keep("backfill", 0, run);
    }

    private int run(String line) {
        var commands =
                new Commands(
                        List.of(
                                new BackfillCommand(this::bench, site.halt),
                                new ReconcileCommand(this::bench, site.halt)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return commands.run(List.of(line.split(" "))).orElseThrow();
    }

    private Workbench bench() {
        return new Workbench() {
            @Override
            public Stores stores() {
                return site.stores;
            }

            @Override
            public Listings listings() {
                return site.listings();
            }

            @Override
            public EagerRenditions eager() {
                return site.eager;
            }

            @Override
            public Darkroom darkroom() {
                return site.darkroom;
            }

            @Override
            public Attempts attempts() {
                return site.attempts;
            }

            @Override
            public Runs runs() {
                return site.runs;
            }

            @Override
            public Jobs jobs() {
                return site.jobs;
            }

            @Override
            public MeterRegistry meters() {
                return meters;
            }

            @Override
            public int slots() {
                return 2;
            }

            @Override
            public Duration styleRefresh() {
                return Duration.ZERO;
            }

            @Override
            public void close() {}
        };
    }
}

package io.imagehandler.rendition.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What whoever keeps runs must do.
public interface RunsContract {

    Runs runs();

    @Test
    default void knowsOfNothingAtFirst() {
        assertThat(runs().find("backfill")).isEmpty();
    }

    @Test
    default void keepsARunAsItIs() {
        Runs runs = runs();
        Run run =
                Run.begin("style thumb", 2_000, Instant.parse("2026-11-23T12:00:00.250Z"))
                        .at("a b/ü\u0001.jpg", 10, 7);

        long revision = runs.keep("backfill", 0, run).orElseThrow();

        assertThat(runs.find("backfill")).contains(new Runs.Kept(run, revision));
        assertThat(runs.find("reconcile")).isEmpty();
    }

    @Test
    default void keepsARunAtItsBeginning() {
        Runs runs = runs();
        Run run = Run.begin("", -1, Instant.EPOCH);

        runs.keep("backfill", 0, run);

        assertThat(runs.find("backfill").orElseThrow().run()).isEqualTo(run);
    }

    @Test
    default void letsNobodyUndoWhatHeHasNotSeen() {
        Runs runs = runs();
        Run run = Run.begin("all", 1, Instant.EPOCH);
        long first = runs.keep("backfill", 0, run).orElseThrow();
        long second = runs.keep("backfill", first, run.at("a", 1, 1)).orElseThrow();

        assertThat(runs.keep("backfill", first, run)).isEmpty();
        assertThat(runs.keep("backfill", 0, run)).isEmpty();
        assertThat(second).isNotEqualTo(first);
        assertThat(runs.find("backfill").orElseThrow().run().position()).isEqualTo("a");
    }
}

package io.imagehandler.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Run.State;
import io.imagehandler.style.Style;
import io.imagehandler.worker.upkeep.Backfill.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillTest {

    private static final int ORIGINALS = 2_000;
    private static final Style SMALL = Site.eager("small", "image/resize,w_20");
    private static final Style CARD = Site.eager("card", "image/resize,w_30");
    private static final Style OTHER_CARD = Site.eager("card", "image/resize,w_31");

    private final Site site = new Site();

    @Test
    void rendersEachOriginalOnceThoughKilledHalfWay() {
        fill(SMALL);
        int before = site.decodes();
        site.styles.set(SMALL, CARD);
        site.jobs.killAfter(100);

        assertThatThrownBy(() -> run("")).isInstanceOf(QueuedJobs.Killed.class);
        site.work();
        int half = site.decodes() - before;
        End end = run("");
        site.work();

        assertThat(end).isEqualTo(End.SENT);
        assertThat(half).isEqualTo(1_010);
        assertThat(site.decodes() - before).isEqualTo(ORIGINALS);
        assertThat(site.jobs.sent()).isEqualTo(ORIGINALS + Jobs.MOST);
        assertThat(site.state()).isEqualTo(site.due()).hasSize(2 * ORIGINALS);
        assertThat(site.originalList.calls()).isLessThanOrEqualTo(4);
    }

    @Test
    void replacesWhatTheChangedStyleHasOutdatedAndNothingElse() {
        fill(SMALL, CARD);
        int before = site.decodes();
        var small = site.renditions.stored().get("_r/s/p/7.png/small");
        site.styles.set(SMALL, OTHER_CARD);

        run("");
        site.work();

        assertThat(site.state()).isEqualTo(site.due());
        assertThat(site.decodes() - before).isEqualTo(ORIGINALS);
        assertThat(site.renditions.stored().get("_r/s/p/7.png/small")).isSameAs(small);
    }

    @Test
    void rendersNothingWhereNothingHasChanged() {
        fill(SMALL);
        int before = site.decodes();

        run("");
        site.work();

        assertThat(site.decodes()).isEqualTo(before);
    }

    @Test
    void removesWhatWasMadeInAStyleThatIsGone() {
        fill(SMALL, CARD);
        site.styles.set(SMALL);

        run("");
        site.work();

        assertThat(site.state()).isEqualTo(site.due()).hasSize(ORIGINALS);
    }

    @Test
    void takesNoMoreThanThePrefix() {
        fill(SMALL);

        run("p/1");

        assertThat(site.jobs.sent()).isEqualTo(1_111);
    }

    @Test
    void stopsWhenSomebodyCancelsIt() {
        fill(SMALL);
        Logbook logbook = open();
        var kept = site.runs.find("backfill").orElseThrow();
        site.runs.keep("backfill", kept.revision(), kept.run().as(State.CANCELLED));

        End end = backfill(Progress.none()).run(logbook, "");

        assertThat(end).isEqualTo(End.TAKEN);
        assertThat(site.jobs.sent()).isEqualTo(Jobs.MOST);
        assertThat(site.runs.find("backfill").orElseThrow().run().state())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void stopsWhereItCanGoOn() {
        fill(SMALL);
        site.halt.ask();

        assertThat(run("")).isEqualTo(End.STOPPED);
        assertThat(site.jobs.sent()).isZero();
        assertThat(open().run().isUnfinished()).isTrue();
    }

    @Test
    void tellsHowFarItHasCome() {
        fill(SMALL);
        var told = new Told();

        backfill(told).run(open(), "");

        assertThat(told.begun).containsExactly(0L);
        assertThat(told.reached)
                .hasSize(200)
                .allSatisfy(done -> assertThat(done).isBetween(0L, 2_000L));
    }

    /// Otherwise what waits in the queue from before would not count, and the rate come out too
    /// low.
    @Test
    void beginsToCountWithWhatIsDone() {
        fill(SMALL);
        site.jobs.killAfter(100);
        assertThatThrownBy(() -> run("")).isInstanceOf(QueuedJobs.Killed.class);
        site.jobs.holdUp(300);
        var told = new Told();

        backfill(told).run(open(), "");

        assertThat(told.begun).containsExactly(700L);
        assertThat(told.reached.getFirst()).isBetween(700L, 710L);
    }

    private static final class Told implements Progress {

        private final List<Long> begun = new ArrayList<>();
        private final List<Long> reached = new ArrayList<>();

        @Override
        public void begin(long total, long done) {
            assertThat(total).isEqualTo(ORIGINALS);
            begun.add(done);
        }

        @Override
        public void reach(long done, long waiting) {
            reached.add(done);
        }

        @Override
        public void close() {}
    }

    private void fill(Style... styles) {
        site.styles.set(styles);
        for (int i = 0; i < ORIGINALS; i++) {
            site.upload("p/" + i + ".png", i);
            site.tell("p/" + i + ".png");
        }
    }

    private End run(String prefix) {
        return backfill(Progress.none()).run(open(), prefix);
    }

    private Logbook open() {
        var kept = site.runs.find("backfill");
        var run =
                kept.map(one -> one.run())
                        .filter(Run::isUnfinished)
                        .orElseGet(() -> Run.begin("all styles", ORIGINALS, Instant.EPOCH));
        return Logbook.open(site.runs, "backfill", kept, run).orElseThrow();
    }

    private Backfill backfill(Progress progress) {
        return new Backfill(site.originalList, site.dispatch(), progress);
    }
}

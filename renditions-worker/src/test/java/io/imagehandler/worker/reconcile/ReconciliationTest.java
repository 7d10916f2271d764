package io.imagehandler.worker.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.Style;
import io.imagehandler.worker.reconcile.Reconciliation.Result;
import io.imagehandler.worker.reconcile.Reconciliation.Ways;
import io.imagehandler.worker.upkeep.Progress;
import io.imagehandler.worker.upkeep.QueuedJobs;
import io.imagehandler.worker.upkeep.Site;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final int ORIGINALS = 2_000;
    private static final Style SMALL = Site.eager("small", "image/resize,w_20");
    private static final Style CARD = Site.eager("card", "image/resize,w_30");
    private static final Style OTHER_CARD = Site.eager("card", "image/resize,w_31");

    private final Site site = new Site();
    private final Map<String, String> found = new TreeMap<>();

    @Test
    void findsNothingWhereAllIsWell() {
        fill();

        Result first = heal();
        Result second = heal();

        assertThat(first.report()).isEqualTo(new Report(ORIGINALS, 0, Map.of()));
        assertThat(second).isEqualTo(first);
        assertThat(site.jobs.sent()).isZero();
    }

    /// E9: a tenth of the events is lost, a tenth of the renditions removed, a style changed.
    @Test
    void completesWhatLostEventsRemovedRenditionsAndAChangedStyleHaveLeft() {
        fill();
        heal();
        damage();
        site.styles.set(SMALL, OTHER_CARD);
        int calls = site.originalList.calls() + site.derivedList.calls();

        Result result = heal();
        site.work();

        assertThat(result.ended()).isTrue();
        assertThat(site.state()).isEqualTo(site.due()).isNotEmpty();
        // One for each thousand originals and renditions, and one for what is left of each kind.
        assertThat(site.originalList.calls() + site.derivedList.calls() - calls)
                .isLessThanOrEqualTo((ORIGINALS + 200) / 1_000 + 2 * ORIGINALS / 1_000 + 4);
        found.clear();
        assertThat(heal().report().unwell()).isZero();
    }

    @Test
    void goesOnWhereItWasKilled() {
        fill();
        heal();
        damage();
        site.jobs.killAfter(30);

        assertThatThrownBy(this::heal).isInstanceOf(QueuedJobs.Killed.class);
        long first = site.jobs.sent();
        int calls = site.originalList.calls();
        Result rest = heal();
        site.work();

        assertThat(site.state()).isEqualTo(site.due());
        assertThat(rest.report().keys()).isLessThan(ORIGINALS);
        assertThat(site.jobs.sent() - first).isLessThan(first + 300);
        assertThat(site.originalList.calls() - calls).isLessThanOrEqualTo(3);
    }

    @Test
    void saysOfEachKeyWhatIsWrong() {
        site.styles.set(SMALL, CARD);
        List.of("gone", "lost", "new", "old", "well").forEach(this::make);
        heal();
        site.elapse(10);
        site.upload("new", 1);
        site.upload("added", 0);
        site.originals.delete("gone");
        remove("_r/s/lost/card");
        site.elapse(10);
        site.styles.set(CARD);

        Result result = reconciliation().look("", site.halt, Progress.none(), this::note);

        assertThat(found)
                .containsExactly(
                        Map.entry("added", "missing"),
                        Map.entry("gone", "orphaned"),
                        Map.entry("lost", "missing,stray"),
                        Map.entry("new", "stale,stray"),
                        Map.entry("old", "stray"),
                        Map.entry("well", "stray"));
        assertThat(result.report().isWell()).isFalse();
        assertThat(site.jobs.sent()).isZero();
    }

    @Test
    void doesNotTakeForMissingWhatCannotBeMade() {
        site.styles.set(SMALL);
        site.originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");
        site.tell("a.png");

        assertThat(heal().report()).isEqualTo(new Report(1, 0, Map.of()));
    }

    @Test
    void doesNotTakeForStaleWhatWasUploadedAgainAsItWas() {
        site.styles.set(SMALL);
        make("a.png");
        site.elapse(10);
        site.upload("a.png", 0);

        assertThat(heal().report().isWell()).isTrue();
    }

    @Test
    void findsWhatWasReplacedInTheSecondInWhichItWasRendered() {
        site.styles.set(SMALL);
        heal();
        make("a.png");
        site.upload("a.png", 1);

        heal();

        assertThat(found).containsEntry("a.png", "stale");
    }

    @Test
    void looksUnderThePrefixOnly() {
        site.styles.set(SMALL);
        List.of("a/1", "b", "b/1", "b/2", "c").forEach(key -> site.upload(key, 0));

        reconciliation().heal("b/", false, ways(), this::note);

        assertThat(found).containsOnlyKeys("b/1", "b/2");
    }

    private void fill() {
        site.styles.set(SMALL, CARD);
        IntStream.range(0, ORIGINALS).forEach(i -> make("p/" + i + ".png"));
        site.elapse(60);
    }

    private void make(String key) {
        site.upload(key, 0);
        site.tell(key);
    }

    /// Every tenth upload, overwriting and removal is told to nobody, and every tenth rendition is
    /// removed.
    private void damage() {
        for (int i = 0; i < 200; i++) {
            site.upload("q/" + i + ".png", 0);
            if (i % 10 != 0) {
                site.tell("q/" + i + ".png");
            }
        }
        for (int i = 0; i < ORIGINALS; i += 10) {
            site.upload("p/" + i + ".png", 1);
            site.originals.delete("p/" + (i + 1) + ".png");
        }
        List<String> paths = List.copyOf(site.state().keySet());
        for (int i = 0; i < paths.size(); i += 10) {
            remove(paths.get(i));
        }
        site.elapse(60);
    }

    private void remove(String path) {
        EntityTag tag = site.renditions.find(path).orElseThrow().tag();
        site.renditions.remove(path, tag);
    }

    private Result heal() {
        return reconciliation().heal("", false, ways(), this::note).orElseThrow();
    }

    private void note(Finding finding) {
        OriginalKey key = finding.key();
        found.put(key.value(), finding.words());
    }

    private Ways ways() {
        return new Ways(site.dispatch(), site.halt, Progress.none());
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(
                site.listings(), site.originals, site.evidence(), site.runs, site.clock());
    }
}

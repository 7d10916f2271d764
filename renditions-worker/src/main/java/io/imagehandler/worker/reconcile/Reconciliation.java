package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.rendition.upkeep.Runs.Kept;
import io.imagehandler.worker.reconcile.Judge.Evidence;
import io.imagehandler.worker.upkeep.Dispatch;
import io.imagehandler.worker.upkeep.Halt;
import io.imagehandler.worker.upkeep.Logbook;
import io.imagehandler.worker.upkeep.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Holds originals and renditions against each other. Remembers what the styles did when it last
/// went through everything, so that it need look closer only where they have changed since.
///
/// @param listings of both stores
/// @param evidence what findings go by
public record Reconciliation(
        Listings listings, Originals originals, Evidence evidence, Runs runs, InstantSource clock) {

    private static final String KIND = "reconcile";
    private static final String LAST = "reconciled";

    /// By so much our clock may differ from the store's.
    private static final Duration SKEW = Duration.ofMinutes(1);

    /// What came of it.
    ///
    /// @param ended whether it has come to the end; otherwise it goes on there the next time
    public record Result(Report report, boolean ended) {}

    /// Looks and changes nothing.
    ///
    /// @param prefix what keys of originals begin with
    public Result look(String prefix, Halt halt, Progress progress, Consumer<Finding> listener) {
        var sides = new SideBySide(listings, prefix, Position.BEGINNING);
        var reconcile = new Reconcile(sides, judge(recipes()), Care.telling(listener), halt);
        boolean ended = reconcile.run(progress);
        return new Result(reconcile.report(), ended);
    }

    /// Looks, and sends what is not as it should be to the worker. Goes on where the last one was
    /// cut off, unless styles have changed since.
    ///
    /// @param anew whether to begin at the beginning in any case
    /// @return nothing if another one begins at the same moment
    public Optional<Result> heal(
            String prefix, boolean anew, Ways ways, Consumer<Finding> listener) {
        Recipes recipes = recipes();
        String what = prefix + "\n" + recipes;
        Optional<Kept> seen = runs.find(KIND);
        Run run =
                seen.map(Kept::run)
                        .filter(one -> !anew && one.isUnfinished() && one.what().equals(what))
                        .orElseGet(() -> Run.begin(what, -1, clock.instant()));
        return Logbook.open(runs, KIND, seen, run)
                .map(logbook -> heal(prefix, recipes, ways, listener, logbook));
    }

    /// How it sends, is stopped and is watched.
    public record Ways(Dispatch dispatch, Halt halt, Progress progress) {}

    private Result heal(
            String prefix,
            Recipes recipes,
            Ways ways,
            Consumer<Finding> listener,
            Logbook logbook) {
        var from = Position.parse(logbook.run().position());
        var sides = new SideBySide(listings, prefix, from);
        var care = new Healing(ways.dispatch(), logbook, listener);
        var reconcile = new Reconcile(sides, judge(recipes), care, ways.halt());
        boolean ended = reconcile.run(ways.progress());
        if (ended && logbook.write(logbook.run().as(Run.State.FINISHED)) && prefix.isEmpty()) {
            remember(recipes, logbook.run().begun());
        }
        return new Result(reconcile.report(), ended);
    }

    private Judge judge(Recipes now) {
        Optional<Run> last = runs.find(LAST).map(Kept::run);
        Recipes then = Recipes.parse(last.map(Run::what).orElse(""));
        Instant since = last.map(run -> run.begun().minus(SKEW)).orElse(Instant.EPOCH);
        return new Judge(evidence, now.changedSince(then), since);
    }

    private Recipes recipes() {
        return Recipes.of(evidence.eager().styles().all(), originals);
    }

    /// If another one does the same now, either of them may be right.
    private void remember(Recipes recipes, Instant begun) {
        long revision = runs.find(LAST).map(Kept::revision).orElse(0L);
        runs.keep(LAST, revision, Run.begin(recipes.toString(), -1, begun).as(Run.State.FINISHED));
    }

    private record Healing(Dispatch dispatch, Logbook logbook, Consumer<Finding> listener)
            implements Care {

        @Override
        public void found(Finding finding) {
            listener.accept(finding);
        }

        @Override
        public boolean send(List<OriginalKey> keys) {
            return dispatch.send(keys);
        }

        @Override
        public boolean mark(Position position, long keys, long sent) {
            return logbook.write(logbook.run().at(position.toString(), keys, sent));
        }
    }
}

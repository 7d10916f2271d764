package io.imagehandler.worker.command;

import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.rendition.upkeep.Runs.Kept;
import io.imagehandler.worker.listener.Share;
import io.imagehandler.worker.upkeep.Backfill;
import io.imagehandler.worker.upkeep.Dispatch;
import io.imagehandler.worker.upkeep.Estimate;
import io.imagehandler.worker.upkeep.Logbook;
import io.imagehandler.worker.upkeep.Progress;
import io.imagehandler.worker.upkeep.Scope;
import io.imagehandler.worker.upkeep.Survey;
import io.imagehandler.worker.upkeep.Times;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A backfill, as it is typed and printed.
record Filling(Session session, PrintStream out) {

    private static final String KIND = "backfill";
    private static final int SAMPLE = 20;

    boolean status() {
        out.println(
                runs().find(KIND).map(kept -> told(kept.run())).orElse("There was no backfill."));
        return true;
    }

    /// The process that is at work finds out when it writes down its next batch.
    boolean cancel() {
        Optional<Kept> kept = unfinished();
        while (kept.isPresent()) {
            Run cancelled = kept.get().run().as(Run.State.CANCELLED);
            if (runs().keep(KIND, kept.get().revision(), cancelled).isPresent()) {
                out.println(told(cancelled));
                return true;
            }
            kept = unfinished();
        }
        out.println("There is no backfill to cancel.");
        return false;
    }

    /// Counts and measures.
    boolean estimate(BackfillWords asked) {
        Scope scope = asked.scope(session.bench().eager().styles());
        Survey survey = survey(scope);
        var bench = session.bench();
        var tools =
                new Estimate.Tools(
                        bench.stores().originals(),
                        bench.stores().renditions(),
                        bench.eager(),
                        bench.darkroom(),
                        bench.attempts());
        Estimate estimate = Estimate.of(survey.sample(), tools, session.halt());
        long all = survey.originals();
        int slots = Share.most(bench.slots());
        double seconds = estimate.time(all, slots, asked.rate()).toMillis() / 1e3;
        out.printf(
                Locale.ROOT,
                """
                %s: %d originals, %s
                Measured on %d of them, chosen at random and rendered here: %.0f ms and %s each, %d in step
                By that, one worker, doing %d at a time, takes %s at no more than %.0f originals/s, and %s are stored
                """,
                scope,
                all,
                Times.bytes((double) survey.bytes()),
                estimate.looked(),
                estimate.time().toMillis() / (double) Math.max(1, estimate.looked()),
                Times.bytes(estimate.bytes() / (double) Math.max(1, estimate.looked())),
                estimate.inStep(),
                slots,
                Times.told(seconds),
                asked.rate(),
                Times.bytes((double) estimate.bytes(all)));
        return true;
    }

    /// Sends every original, and waits for the worker unless that is not wanted.
    boolean fill(BackfillWords asked) {
        Scope scope = asked.scope(session.bench().eager().styles());
        Logbook logbook = open(scope, asked.isAnew());
        out.println(told(logbook.run()));
        Dispatch dispatch = session.dispatch(asked.rate(), out);
        boolean isDone = fill(asked, scope, logbook, dispatch);
        out.println(
                isDone
                        ? "%d originals are %s"
                                .formatted(logbook.run().done(), asked.isToWait() ? "done" : "sent")
                        : "All are sent, and those that wait are done without this");
        return isDone;
    }

    private boolean fill(BackfillWords asked, Scope scope, Logbook logbook, Dispatch dispatch) {
        try (Progress progress = session.progress(KIND, out)) {
            var originals = session.bench().listings().originals();
            var backfill = new Backfill(originals, dispatch, progress);
            return switch (backfill.run(logbook, scope.prefix())) {
                case SENT -> !asked.isToWait() || isDone(logbook.run(), dispatch, progress);
                case STOPPED ->
                        throw new CommandFailed("Stopped, and to be gone on with: " + scope);
                case TAKEN ->
                        throw new CommandFailed("Cancelled, or gone on with elsewhere: " + scope);
            };
        }
    }

    private static boolean isDone(Run run, Dispatch dispatch, Progress progress) {
        Runnable show =
                () -> {
                    long waiting = dispatch.unfinished();
                    progress.reach(Math.max(0, run.done() - waiting), waiting);
                };
        boolean isDone = dispatch.awaitEmpty(show);
        show.run();
        return isDone;
    }

    /// The one that was cut off, if it was for the same; or a new one.
    private Logbook open(Scope scope, boolean anew) {
        Optional<Kept> kept = runs().find(KIND);
        Optional<Run> cutOff = kept.map(Kept::run).filter(one -> !anew && one.isUnfinished());
        cutOff.filter(one -> !one.what().equals(scope.toString()))
                .ifPresent(other -> {
                    throw new CommandFailed(
                            "Another one is not finished (%s): go on with it, or cancel it"
                                    .formatted(other.what()));
                });
        Run run = cutOff.orElseGet(() -> begin(scope));
        return Logbook.open(runs(), KIND, kept, run)
                .orElseThrow(() -> new CommandFailed("Another one is at work just now"));
    }

    private Run begin(Scope scope) {
        return Run.begin(scope.toString(), survey(scope).originals(), Instant.now());
    }

    private Survey survey(Scope scope) {
        return Survey.of(
                session.bench().listings().originals(),
                scope.prefix(),
                SAMPLE,
                ThreadLocalRandom.current(),
                session.halt());
    }

    private Optional<Kept> unfinished() {
        return runs().find(KIND).filter(one -> one.run().isUnfinished());
    }

    private Runs runs() {
        return session.bench().runs();
    }

    private static String told(Run run) {
        return "%s: %s, %d of %d originals sent, begun at %s"
                .formatted(
                        run.what(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.done(),
                        run.total(),
                        run.begun().truncatedTo(ChronoUnit.SECONDS));
    }
}

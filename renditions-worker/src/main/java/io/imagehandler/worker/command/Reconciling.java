package io.imagehandler.worker.command;

import io.imagehandler.log.LogText;
import io.imagehandler.worker.reconcile.Finding;
import io.imagehandler.worker.reconcile.Judge.Evidence;
import io.imagehandler.worker.reconcile.Reconciliation;
import io.imagehandler.worker.reconcile.Reconciliation.Result;
import io.imagehandler.worker.reconcile.Reconciliation.Ways;
import io.imagehandler.worker.upkeep.Progress;
import java.io.PrintStream;
import java.time.InstantSource;

/// A reconciliation, as it is typed and printed.
///
/// @param lists whether every key that is found is printed
record Reconciling(Session session, Progress progress, boolean lists, PrintStream out) {

    /// @return whether nothing was found
    boolean look(String prefix) {
        Result result = reconciliation().look(prefix, session.halt(), progress, this::tell);
        return tell(result, "Nothing was changed.") && result.report().isWell();
    }

    /// @return whether it has come to the end
    boolean heal(String prefix, boolean anew, double rate) {
        var ways = new Ways(session.dispatch(rate, out), session.halt(), progress);
        Result result =
                reconciliation()
                        .heal(prefix, anew, ways, this::tell)
                        .orElseThrow(() -> new CommandFailed("Another one is at work just now"));
        return tell(result, "The worker looks at them.");
    }

    private Reconciliation reconciliation() {
        Workbench bench = session.bench();
        var evidence =
                new Evidence(
                        bench.eager(),
                        bench.stores().renditions(),
                        bench.attempts(),
                        bench.darkroom());
        return new Reconciliation(
                bench.listings(),
                bench.stores().originals(),
                evidence,
                bench.runs(),
                InstantSource.system());
    }

    private void tell(Finding finding) {
        if (lists) {
            out.printf("%-20s %s%n", finding.words(), LogText.of(finding.key().value()));
        }
    }

    private boolean tell(Result result, String consequence) {
        out.printf(
                "%s. %s%n",
                result.report(), result.ended() ? consequence : "Stopped before the end.");
        return result.ended();
    }
}

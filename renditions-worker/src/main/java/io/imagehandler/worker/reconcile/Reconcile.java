package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.upkeep.Halt;
import io.imagehandler.worker.upkeep.Jobs;
import io.imagehandler.worker.upkeep.Progress;
import java.util.List;
import java.util.Optional;

/// Looks at every key of the stores, and sends on those that are not as they should be. For one
/// thread, once.
final class Reconcile {

    /// How many keys are judged at the same time.
    private static final int AT_ONCE = 256;

    private final SideBySide sides;
    private final Judge judge;
    private final Care care;
    private final Halt halt;
    private Report report = Report.NOTHING;
    private long keys;
    private long sent;

    Reconcile(SideBySide sides, Judge judge, Care care, Halt halt) {
        this.sides = sides;
        this.judge = judge;
        this.care = care;
        this.halt = halt;
    }

    /// Goes on to the end.
    ///
    /// @return whether it has come there; otherwise it was to stop
    boolean run(Progress progress) {
        progress.begin(-1, 0);
        try (var verdicts = new Verdicts(judge)) {
            while (!sides.isEnded()) {
                List<Subject> subjects = sides.next(AT_ONCE);
                List<Finding> findings = verdicts.of(subjects);
                findings.forEach(care::found);
                if (!send(findings)) {
                    return false;
                }
                report = report.plus(subjects.size(), findings);
                keys += subjects.size();
                sent += findings.size();
                if (!mark()) {
                    return false;
                }
                progress.reach(report.keys(), 0);
            }
        }
        return true;
    }

    /// What was found so far.
    Report report() {
        return report;
    }

    private boolean send(List<Finding> findings) {
        List<OriginalKey> all = findings.stream().map(Finding::key).toList();
        for (int start = 0; start < all.size(); start += Jobs.MOST) {
            int end = Math.min(all.size(), start + Jobs.MOST);
            if (!care.send(all.subList(start, end))) {
                return false;
            }
        }
        return !halt.isAsked();
    }

    private boolean mark() {
        Optional<Position> position = sides.position();
        if (position.isEmpty()) {
            return true;
        }
        boolean goOn = care.mark(position.get(), keys, sent);
        keys = 0;
        sent = 0;
        return goOn;
    }
}

package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Runs;
import java.util.Optional;

/// Where one process writes down how far it has come. For one thread.
public final class Logbook {

    private final Runs runs;
    private final String kind;
    private Run run;
    private long revision;

    private Logbook(Runs runs, String kind, Run run, long revision) {
        this.runs = runs;
        this.kind = kind;
        this.run = run;
        this.revision = revision;
    }

    /// Opens it for a run that is begun or gone on with. Whoever had it open writes no more.
    ///
    /// @param seen what was kept before, if anything
    /// @return nothing if somebody else was quicker
    public static Optional<Logbook> open(
            Runs runs, String kind, Optional<Runs.Kept> seen, Run run) {
        return runs.keep(kind, seen.map(Runs.Kept::revision).orElse(0L), run)
                .map(revision -> new Logbook(runs, kind, run, revision));
    }

    /// What was written last.
    public Run run() {
        return run;
    }

    /// @return whether it is ours still; if not, nothing was written
    public boolean write(Run next) {
        Optional<Long> written = runs.keep(kind, revision, next);
        written.ifPresent(number -> {
            revision = number;
            run = next;
        });
        return written.isPresent();
    }
}

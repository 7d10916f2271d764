package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Attempts.Opening;
import io.imagehandler.rendition.convergence.Finding.Gone;
import io.imagehandler.rendition.convergence.Finding.Made;
import io.imagehandler.rendition.convergence.Finding.Unfit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Steps 3 and 10: the attempt's marker is set before the work and taken away after all have been
/// told, so that a marker that stays tells of a pass that died. For one thread.
final class Ending {

    private final Attempts attempts;
    private final Invalidations invalidations;
    private final RenditionEvents events;
    private final EagerRenditions eager;
    private final OriginalKey key;
    private final Ledger ledger;

    /// The original of the marker that this pass has set.
    private @Nullable EntityTag begun;

    Ending(Parts parts, OriginalKey key, Ledger ledger) {
        this.attempts = parts.witnesses().attempts();
        this.invalidations = parts.witnesses().invalidations();
        this.events = parts.witnesses().events();
        this.eager = parts.eager();
        this.key = key;
        this.ledger = ledger;
    }

    /// Step 3.
    Opening begin(EntityTag e) {
        Opening opening = attempts.open(key, e);
        if (opening instanceof Opening.Ours) {
            begun = e;
        }
        return opening;
    }

    /// Nothing is missing. If no pass is known to have come to its end with this original, one has
    /// died before it told, or a request was faster: then this one tells.
    ///
    /// @param repeated whether that pass may have been for this very message
    Made complete(Sight sight, boolean repeated) {
        EntityTag e = sight.source();
        if (e.equals(begun) || attempts.hasEnded(key, e)) {
            return sight.asMade();
        }
        switch (begin(e)) {
            case Opening.Ours _ -> ledger.suspect(key, eager.of(key));
            case Opening.Busy _ -> {
                if (repeated) {
                    throw new Stopped(new Outcome.Busy());
                }
            }
            case Opening.Unfit _ -> {}
        }
        return sight.asMade();
    }

    /// Step 10.
    ///
    /// @param lease whether another pass may have died half-way, and who is told of the unfit
    Outcome end(Finding finding, Lease lease) {
        return switch (finding) {
            case Made(var e, var ready, var refused) -> {
                if (e.equals(begun)) {
                    events.ready(key, e, ready);
                }
                invalidate();
                close();
                yield new Outcome.InStep(ledger.rendered(), refused, ledger.removed());
            }
            case Unfit(var e, var rejection, var found) -> {
                if (found) {
                    lease.reject(e, rejection);
                    events.failed(key, e, rejection);
                }
                invalidate();
                if (found) {
                    attempts.reject(key, e, rejection);
                }
                yield new Outcome.Rejected(e, rejection, found, ledger.removed());
            }
            case Gone() -> {
                if (lease.isRepeated()) {
                    ledger.suspect(key, eager.of(key));
                }
                invalidate();
                close();
                yield new Outcome.Gone(ledger.removed());
            }
        };
    }

    /// Lets caches forget what has changed, if anything has.
    void invalidate() {
        List<WantedRendition> wanted = eager.of(key);
        Set<String> paths = ledger.invalid(key, wanted);
        if (!paths.isEmpty()) {
            invalidations.of(key, paths);
        }
    }

    private void close() {
        if (begun != null) {
            attempts.close(key, begun);
        }
    }
}

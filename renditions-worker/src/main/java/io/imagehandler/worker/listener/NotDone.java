package io.imagehandler.worker.listener;

import io.imagehandler.rendition.convergence.Outcome;

/// A pass has not come to its end: the message comes back.
final class NotDone extends RuntimeException {

    private final transient Outcome.Later outcome;

    NotDone(Outcome.Later outcome) {
        super("the pass has not ended: " + outcome, null, false, false);
        this.outcome = outcome;
    }

    Outcome.Later outcome() {
        return outcome;
    }
}

package io.imagehandler.rendition.convergence;

/// The pass goes no further. Carries no stack trace, since it is no defect.
final class Stopped extends RuntimeException {

    private final transient Outcome.Later outcome;

    Stopped(Outcome.Later outcome) {
        super("the pass has stopped", null, false, false);
        this.outcome = outcome;
    }

    Outcome.Later outcome() {
        return outcome;
    }
}

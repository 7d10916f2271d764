package io.imagehandler.rendition.convergence;

/// Something is not as the round has seen it: back to step 1. Carries no stack trace, since it is
/// no defect.
final class Changed extends RuntimeException {

    Changed() {
        super("something has changed meanwhile", null, false, false);
    }
}

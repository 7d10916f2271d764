package io.imagehandler.rendition;

/// The original, or its renditions, changed under every round of a pass. Transient: a later pass
/// finds them at rest.
public final class StillChanging extends RuntimeException {

    StillChanging(int rounds) {
        super("the original or its renditions changed in each of " + rounds + " rounds");
    }
}

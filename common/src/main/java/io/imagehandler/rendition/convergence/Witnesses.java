package io.imagehandler.rendition.convergence;

/// Who learns of a pass besides the stores.
public record Witnesses(Attempts attempts, Invalidations invalidations, RenditionEvents events) {

    /// Nobody.
    public static Witnesses none() {
        return new Witnesses(Attempts.none(), Invalidations.none(), RenditionEvents.none());
    }
}

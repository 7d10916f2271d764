package io.imagehandler.rendition;

import io.imagehandler.engine.plan.Plan;

/// A wanted rendition, and how it is made of one original.
///
/// @param recipe see [Recipe]
record Planned(WantedRendition wanted, Plan plan, String recipe) {

    /// Pixels of all frames.
    long pixels() {
        return plan.size().pixels() * plan.frames();
    }

    /// Whether other stored pictures than the original go into it.
    boolean hasMarks() {
        return !wanted.transformation().marks().isEmpty();
    }
}

package io.imagehandler.rendition;

import io.imagehandler.engine.plan.Plan;

/// A wanted rendition, and how it is made of one original.
record Planned(WantedRendition wanted, Plan plan) {

    /// Whether other stored pictures than the original go into it.
    boolean hasMarks() {
        return !wanted.transformation().marks().isEmpty();
    }
}

package io.imagehandler.engine.plan;

import io.imagehandler.transformation.Size;
import java.util.ArrayList;
import java.util.List;

/// The steps so far, and the size that they leave.
final class Progress {

    private final List<Step> steps = new ArrayList<>();
    private Size size;
    private Size largest;

    /// @param size of the picture before the first step
    Progress(Size size) {
        this.size = size;
        this.largest = size;
    }

    /// Adds a step that leaves a picture of that size.
    void add(Step step, Size result) {
        steps.add(step);
        size = result;
        largest = result.pixels() > largest.pixels() ? result : largest;
    }

    /// Adds a step that keeps the size.
    void add(Step step) {
        add(step, size);
    }

    List<Step> steps() {
        return steps;
    }

    /// One frame of the result.
    Size size() {
        return size;
    }

    /// The picture with the most pixels on the way, the source included.
    Size largest() {
        return largest;
    }
}

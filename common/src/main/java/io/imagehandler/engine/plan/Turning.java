package io.imagehandler.engine.plan;

import io.imagehandler.engine.Orientation;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Rotate;
import io.imagehandler.transformation.Size;

/// Turns the picture at hand. Steps that change nothing are left out.
///
/// @param surroundings what comes into view
record Turning(Progress progress, Step.Surroundings surroundings, ResultLimits limits) {

    void upright(Orientation orientation) {
        if (orientation != Orientation.UPRIGHT) {
            progress.add(new Step.Upright(orientation), orientation.upright(progress.size()));
        }
    }

    /// @throws InvalidArgument if the result is too large
    void rotate(Rotate rotate) {
        Size turned = Proportions.turned(progress.size(), rotate.degrees());
        limits.allow("rotate", progress.size(), turned);
        progress.add(new Step.Turn(rotate.degrees(), turned, surroundings), turned);
    }
}

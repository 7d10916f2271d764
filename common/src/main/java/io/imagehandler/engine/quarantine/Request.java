package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import java.util.List;

/// What the cell is asked to do.
sealed interface Request {

    record Render(CheckedImage source, List<Plan> plans) implements Request {
        public Render {
            plans = List.copyOf(plans);
        }
    }

    record Average(CheckedImage source) implements Request {}

    /// How many pictures it is about, at least 1.
    default int pictures() {
        return switch (this) {
            case Render render -> Math.max(1, render.plans().size());
            case Average _ -> 1;
        };
    }
}

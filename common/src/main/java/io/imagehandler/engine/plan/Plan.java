package io.imagehandler.engine.plan;

import io.imagehandler.transformation.Size;
import java.util.List;

/// What to do to one source, exactly.
///
/// @param steps in their order; none if the source is only encoded anew
/// @param size one frame of the result
/// @param frames how many frames of the source are used, at least 1
/// @param encoding how the result is written
public record Plan(List<Step> steps, Size size, int frames, Encoding encoding) {

    public Plan {
        steps = List.copyOf(steps);
    }
}

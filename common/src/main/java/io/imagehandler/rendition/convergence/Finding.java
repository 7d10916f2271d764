package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Rendering.Refused;
import java.util.List;

/// What a round found out about the original, before the sweep.
sealed interface Finding {

    /// Everything is there that can be made of it.
    ///
    /// @param ready all of it
    record Made(EntityTag source, List<ReadyRendition> ready, List<Refused> refused)
            implements Finding {}

    /// Nothing can be made of it.
    ///
    /// @param found whether this round found that out
    record Unfit(EntityTag source, Rejection rejection, boolean found) implements Finding {}

    /// There is none.
    record Gone() implements Finding {}
}

package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.failure.Flaw;
import io.imagehandler.transformation.Color;
import java.util.List;

/// What the cell says.
sealed interface Reply {

    /// First of all, once: that it can work.
    ///
    /// @param engine its engine's version
    record Ready(String engine) implements Reply {}

    /// @param images in the order of the plans
    record Rendered(List<EncodedImage> images) implements Reply {
        public Rendered {
            images = List.copyOf(images);
        }
    }

    record Mean(Color color) implements Reply {}

    /// Something is wrong with the picture.
    record Refused(Flaw flaw, String detail) implements Reply {}

    /// Something is wrong with us.
    ///
    /// @param detail for operators
    record Failed(String detail) implements Reply {}
}

package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import java.awt.image.BufferedImage;
import java.util.List;

/// Steps done to one frame after the other. What the first frame decides, and what is drawn for it,
/// holds for all of them.
final class Recipe {

    private final List<Change> changes;

    Recipe(List<Step> steps) {
        changes = Steps.smallFirst(steps).stream().map(Steps::change).toList();
    }

    /// The picture after all steps; the source itself is not changed.
    ///
    /// @throws UndecodableImage if the picture of a mark is damaged
    BufferedImage applied(Picture source) {
        var picture = source;
        for (var change : changes) {
            var image = change.of(picture);
            picture = image.equals(picture.image()) ? picture : new Picture(image);
        }
        return picture.image();
    }
}

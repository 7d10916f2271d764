package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Renders much of one source at a time.
record Batch(ImageEngine engine, CheckedImage source) {

    /// From one decode. Where that fails and the picture of a watermark may be why, those with such
    /// pictures are rendered one by one, so that a damaged one spoils no other rendition.
    ///
    /// @throws ImageFailure if the source is why
    List<Rendering> render(List<Planned> planned) {
        try {
            return together(planned);
        } catch (ImageFailure reason) {
            if (planned.stream().noneMatch(Planned::hasMarks)) {
                throw reason;
            }
        }
        var renderings = new ArrayList<>(together(those(planned, one -> !one.hasMarks())));
        those(planned, Planned::hasMarks).forEach(one -> renderings.add(alone(one)));
        return renderings;
    }

    private List<Rendering> together(List<Planned> planned) {
        if (planned.isEmpty()) {
            return List.of();
        }
        List<EncodedImage> images =
                engine.render(source, planned.stream().map(Planned::plan).toList());
        var renderings = new ArrayList<Rendering>();
        for (int i = 0; i < images.size(); i++) {
            renderings.add(new Rendered(planned.get(i).wanted(), images.get(i)));
        }
        return renderings;
    }

    private Rendering alone(Planned planned) {
        try {
            return together(List.of(planned)).getFirst();
        } catch (ImageFailure reason) {
            return new Refused(planned.wanted(), reason);
        }
    }

    private static List<Planned> those(List<Planned> planned, Predicate<Planned> wanted) {
        return planned.stream().filter(wanted).toList();
    }
}

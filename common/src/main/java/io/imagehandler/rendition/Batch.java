package io.imagehandler.rendition;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Renders much of one source at a time.
record Batch(ImageEngine engine, CheckedImage source) {

    /// Those that are rendered from one decode each: as many as the limits allow to be held at the
    /// same time.
    ///
    /// @param planned each is allowed by itself
    List<List<Planned>> groups(List<Planned> planned, ImageLimits limits) {
        var groups = new ArrayList<List<Planned>>();
        for (Planned one : planned) {
            if (!groups.isEmpty()) {
                var larger = new ArrayList<>(groups.getLast());
                larger.add(one);
                if (memory(larger).besidesTheFile() <= limits.decodeMemory()) {
                    groups.set(groups.size() - 1, larger);
                    continue;
                }
            }
            groups.add(List.of(one));
        }
        return groups;
    }

    /// What the largest of the groups takes.
    MemoryEstimate largest(List<List<Planned>> groups) {
        return groups.stream()
                .map(this::memory)
                .max(Comparator.comparingLong(MemoryEstimate::total))
                .orElseThrow();
    }

    MemoryEstimate memory(List<Planned> planned) {
        return engine.memory(source, plans(planned));
    }

    /// From one decode. Where that fails and one of them may be why (the picture of its watermark
    /// is damaged, or it takes too long), those that may be are rendered one by one, so that they
    /// spoil no other rendition.
    ///
    /// @throws ImageFailure if the source is why
    List<Rendering> render(List<Planned> planned) {
        Predicate<Planned> suspect;
        try {
            return together(planned);
        } catch (TooSlow slow) {
            suspect = _ -> true;
        } catch (ImageFailure reason) {
            if (planned.stream().noneMatch(Planned::hasMarks)) {
                throw reason;
            }
            suspect = Planned::hasMarks;
        }
        var renderings = new ArrayList<>(together(those(planned, suspect.negate())));
        those(planned, suspect).forEach(one -> renderings.add(alone(one)));
        return renderings;
    }

    private List<Rendering> together(List<Planned> planned) {
        if (planned.isEmpty()) {
            return List.of();
        }
        List<EncodedImage> images = engine.render(source, plans(planned));
        var renderings = new ArrayList<Rendering>();
        for (int i = 0; i < images.size(); i++) {
            Planned one = planned.get(i);
            renderings.add(new Rendered(one.wanted(), images.get(i), one.recipe()));
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

    private static List<Plan> plans(List<Planned> planned) {
        return planned.stream().map(Planned::plan).toList();
    }

    private static List<Planned> those(List<Planned> planned, Predicate<Planned> wanted) {
        return planned.stream().filter(wanted).toList();
    }
}

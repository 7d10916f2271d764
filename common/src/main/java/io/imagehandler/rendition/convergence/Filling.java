package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Darkroom.Development.Developed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts everything that was made into its gap, the largest first, and the manifest last. For one
/// thread, once.
final class Filling {

    private final Sight sight;
    private final Pen pen;
    private final Map<WantedRendition, Gap> gaps;
    private final Map<WantedRendition, Picture> pictures;
    private final Map<WantedRendition, String> recipes;
    private final List<Refused> refused = new ArrayList<>();

    Filling(Sight sight, Pen pen) {
        this.sight = sight;
        this.pen = pen;
        this.gaps = sight.gaps().stream().collect(Collectors.toMap(Gap::wanted, gap -> gap));
        this.pictures = new LinkedHashMap<>(sight.current());
        this.recipes = new LinkedHashMap<>(sight.recipes());
    }

    /// @throws Changed if something is not as it was seen
    Finding.Made fill(OriginalKey key, Developed developed) {
        developed.renderings().stream()
                .sorted(Comparator.comparingLong(Filling::pixels).reversed())
                .forEach(this::fill);
        var ready = ready();
        if (sight.lacksManifest(recipes)) {
            var sets = SourceSet.of(key, StyleGroup.members(ready));
            var average = sight.lacksAverage() ? developed.average() : sight.average();
            var all = List.copyOf(ready.values());
            pen.write(
                    new Manifest(key, sight.source(), average, all, sets),
                    sight,
                    sight.manifestOf(recipes));
        }
        return new Finding.Made(sight.source(), List.copyOf(ready.values()), refused);
    }

    private void fill(Rendering rendering) {
        WantedRendition wanted = rendering.wanted();
        Gap gap = gaps.get(wanted);
        if (gap == null) {
            throw new IllegalStateException("only what is missing must be made but more was");
        }
        switch (rendering) {
            case Rendered rendered -> {
                pen.fill(gap, rendered, sight.source());
                recipes.put(wanted, rendered.recipe());
                pictures.put(wanted, Picture.of(rendered));
            }
            case PassedOn passedOn -> {
                pen.clear(gap);
                pictures.put(wanted, Picture.of(passedOn));
            }
            case Refused no -> {
                pen.clear(gap);
                refused.add(no);
            }
        }
    }

    /// In the order in which they are wanted.
    private Map<WantedRendition, ReadyRendition> ready() {
        var ready = new LinkedHashMap<WantedRendition, ReadyRendition>();
        for (WantedRendition wanted : recipes.keySet()) {
            Picture picture = pictures.get(wanted);
            if (picture != null) {
                ready.put(wanted, ReadyRendition.of(wanted, picture));
            }
        }
        return ready;
    }

    private static long pixels(Rendering rendering) {
        return rendering instanceof Rendered rendered
                ? rendered.image().size().pixels() * rendered.image().frames()
                : 0;
    }
}

package io.imagehandler.rendition.convergence;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.MarkOriginals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.style.Style;
import java.time.Duration;
import java.util.List;

/// Convergence among stores in memory, with all the memory that it wants.
public record TestConvergence(
        InMemoryOriginals originals, InMemoryRenditions renditions, ImageEngine engine) {

    /// Without manifests, and nobody to tell.
    public Convergence of(long mostBytes, Style... styles) {
        return new Convergence(
                new Stores(originals, renditions, new InMemoryManifests()),
                Witnesses.none(),
                new EagerRenditions(new FixedStyles(List.of(styles)), false),
                darkroom(mostBytes));
    }

    /// @param mostBytes the largest original that is taken in
    public Darkroom darkroom(long mostBytes) {
        var renderer =
                new Renderer(
                        new Inspector(ImageLimits.DEFAULT),
                        new Planner(engine.writes(), ImageLimits.DEFAULT),
                        engine,
                        new MarkOriginals(originals, mostBytes));
        var renderers = new RendererDarkroom.Renderers(renderer, renderer, Overseer.none());
        return new RendererDarkroom(
                renderers, mostBytes, new MemoryBudget(1L << 40), Duration.ofSeconds(1));
    }
}

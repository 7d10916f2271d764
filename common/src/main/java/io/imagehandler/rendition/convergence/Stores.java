package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renditions;

/// What a pass compares and brings in step.
public record Stores(Originals originals, Renditions renditions, Manifests manifests) {}

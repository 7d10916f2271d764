package io.imagehandler.rendition.convergence;

/// What every pass works with.
record Parts(Stores stores, Witnesses witnesses, EagerRenditions eager, Darkroom darkroom) {}

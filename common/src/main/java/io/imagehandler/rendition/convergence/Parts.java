package io.imagehandler.rendition.convergence;

/// What every pass works with.
///
/// @param tidy whether passes remove [Strays] as well
record Parts(
        Stores stores,
        Witnesses witnesses,
        EagerRenditions eager,
        Darkroom darkroom,
        boolean tidy) {

    Strays strays() {
        return new Strays(eager.styles(), darkroom);
    }
}

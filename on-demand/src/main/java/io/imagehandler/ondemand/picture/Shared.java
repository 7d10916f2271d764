package io.imagehandler.ondemand.picture;

import io.imagehandler.ondemand.admission.Flights;
import io.imagehandler.ondemand.admission.Freshness;

/// A picture for all who want the same.
///
/// @param version of which original it is
record Shared(Picture picture, Freshness.Version version) {

    /// Who asks when the original has been replaced is given a new one.
    static final Flights.Cargo<Shared> CARGO = shared -> shared.version().isCurrent();
}

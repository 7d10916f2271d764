package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Transformation;
import java.util.Set;

/// Decides, before a pixel is decoded, every size, the output's format and its quality. Safe for
/// use by many threads.
public final class Planner {

    private final Set<OutputFormat> writable;

    /// @param writable the formats that the engine can write
    public Planner(Set<OutputFormat> writable) {
        this.writable = Set.copyOf(writable);
    }

    /// What `transformation` does to a source of these facts, for a client that accepts `accepts`.
    ///
    /// @throws io.imagehandler.failure.InvalidArgument if it cannot be done to this source: the
    ///   window lies outside, or the result is too large
    /// @throws io.imagehandler.failure.UnsupportedFormat if it asks by name for a format that
    ///   cannot be written here
    @SuppressWarnings("DoNotCallSuggester")
    public Plan plan(Transformation transformation, AcceptClass accepts, ImageFacts facts) {
        throw new IllegalStateException(
                "not here yet: " + writable + transformation + accepts + facts);
    }
}

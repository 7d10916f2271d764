package io.imagehandler.engine;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.util.List;
import java.util.Set;

/// Turns one source into many renditions. Safe for use by many threads; each call works on the
/// thread that makes it.
public interface ImageEngine {

    /// The engine's name and version, for example `vips-8.18.7.r2`: libvips 8.18.7, used in our
    /// second way. Part of the identity of every rendition, so that a new engine renders anew.
    String version();

    /// The formats that this engine can read on this machine.
    Set<SourceFormat> reads();

    /// The formats that this engine can write on this machine.
    Set<OutputFormat> writes();

    /// How it does now. Cheap.
    default EngineStatus status() {
        return new EngineStatus(version(), false, 0, 0, reads(), writes());
    }

    /// What [#render] with these will hold in memory at its peak, estimated from above without
    /// decoding anything; without plans, what [#average] will.
    MemoryEstimate memory(CheckedImage source, List<Plan> plans);

    /// The renditions that `plans` ask for, in their order, from one decode of `source`.
    ///
    /// Every plan was made for this very source and writes one of [#writes].
    ///
    /// @throws io.imagehandler.failure.UndecodableImage if the data is damaged or cut off
    /// @throws io.imagehandler.failure.UnsupportedFormat if this engine does not read the source's
    ///   format
    /// @throws io.imagehandler.failure.TooSlow if one of them takes longer than the engine may
    List<EncodedImage> render(CheckedImage source, List<Plan> plans);

    /// The mean of red, green and blue over the first frame, flattened on white, each rounded.
    ///
    /// @throws io.imagehandler.failure.UndecodableImage as [#render]
    /// @throws io.imagehandler.failure.UnsupportedFormat as [#render]
    Color average(CheckedImage source);
}

package io.imagehandler.engine.vips;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.EngineStatus;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine that calls libvips. Safe for use by many threads; they should be platform threads, as
/// many as there are cores, because a call that decodes holds its thread until it is done.
public final class VipsEngine implements ImageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(VipsEngine.class);

    /// Of our own part in a picture: raised whenever the same version of libvips would make other
    /// bytes of the same request than before, so that what was stored is not taken for it.
    private static final int REVISION = 3;

    private final Vips vips;
    private final SelfTest abilities;
    private final Watchdog watchdog;
    private final Duration limit;

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(1);

    /// At most a minute for each rendition, else as [#VipsEngine(VipsLibrary, Duration)].
    public VipsEngine(VipsLibrary library) {
        this(library, USUAL_LIMIT);
    }

    /// Starts the library and tries out what it can do.
    ///
    /// @param limit how long one rendition may take; more than 0
    /// @throws IllegalStateException if it does not start, still reads what strangers must not hand
    ///   it, lacks an operation, or cannot read and write JPEG and PNG
    public VipsEngine(VipsLibrary library, Duration limit) {
        this(library, limit, Watchdog::processTime);
    }

    /// @param processor as [Watchdog]
    VipsEngine(VipsLibrary library, Duration limit, LongSupplier processor) {
        vips = new Vips(library.functions());
        Guard.start(vips);
        Rehearsal.run(vips);
        abilities = SelfTest.run(vips);
        this.limit = limit;
        watchdog = new Watchdog(vips.functions(), limit, processor);
    }

    @Override
    public String version() {
        return "vips-%s.r%d".formatted(vips.version(), REVISION);
    }

    @Override
    public EngineStatus status() {
        long pictures = vips.functions().vipsTrackedGetMem();
        return new EngineStatus(version(), true, pictures, vips.errors(), reads(), writes());
    }

    @Override
    public Set<SourceFormat> reads() {
        return abilities.reads();
    }

    @Override
    public Set<OutputFormat> writes() {
        return abilities.writes();
    }

    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return NativeMemory.of(source, plans);
    }

    @Override
    public Color average(CheckedImage source) {
        return reading(
                source,
                watched -> {
                    try (var arena = Arena.ofConfined()) {
                        Frames first = Loader.load(new Session(watched, arena), source, 1, 1);
                        return Average.of(Colors.standard(first.pictures().getFirst()));
                    }
                });
    }

    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        plans.forEach(plan -> EncodingCost.check(plan, limit));
        return reading(source, watched -> new Rendering(watched, source, plans).run());
    }

    private <T> T reading(CheckedImage source, Function<Vips, T> action) {
        if (!abilities.reads().contains(source.facts().format())) {
            throw new UnsupportedFormat("pictures of this format cannot be read here");
        }
        try {
            return watchdog.watched(watch -> action.apply(vips.under(watch)));
        } catch (VipsFailure failure) {
            LOG.debug("Refused a picture: {}", failure.getMessage());
            throw new UndecodableImage("the picture is damaged or cut off");
        }
    }
}

package io.imagehandler.config;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageEngineContract;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.quarantine.Quarantine;
import io.imagehandler.engine.vips.Libvips;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/// The engine of libvips at the other end of a pipe, under the limits of a quarantine: it does
/// everything that it does here.
@ExtendWith(Libvips.class)
class QuarantinedEngineTest implements ImageEngineContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static Quarantine engine;

    @BeforeAll
    static void start() {
        var setup =
                new CellSetup(
                        EngineChoice.VIPS,
                        System.getProperty("imagehandler.libvips", ""),
                        LIMIT,
                        ImageLimits.DEFAULT);
        engine =
                new Quarantine(
                        Libvips.engine(),
                        QuarantineConfiguration.command(setup),
                        LIMIT,
                        Quarantine.Observer.none());
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    @Override
    public ImageEngine engine() {
        return engine;
    }
}

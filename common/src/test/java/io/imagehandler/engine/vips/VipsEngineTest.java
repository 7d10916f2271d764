package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageEngineContract;
import org.junit.jupiter.api.BeforeAll;

class VipsEngineTest implements ImageEngineContract {

    private static ImageEngine engine;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
    }

    @Override
    public ImageEngine engine() {
        return engine;
    }
}

package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageEngineContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Libvips.class)
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

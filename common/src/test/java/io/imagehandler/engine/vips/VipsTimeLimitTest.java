package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.TimeLimitContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Libvips.class)
class VipsTimeLimitTest implements TimeLimitContract {

    @Override
    public ImageEngine within(Duration limit) {
        return new VipsEngine(Libvips.library(), limit, System::nanoTime);
    }

    @AfterEach
    void givesAllMemoryBack() {
        Libvips.awaitAllGivenBack();
    }
}

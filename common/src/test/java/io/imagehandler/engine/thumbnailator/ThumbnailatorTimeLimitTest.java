package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.TimeLimitContract;
import java.time.Duration;

class ThumbnailatorTimeLimitTest implements TimeLimitContract {

    @Override
    public ImageEngine within(Duration limit) {
        return new ThumbnailatorEngine(limit, System::nanoTime);
    }
}

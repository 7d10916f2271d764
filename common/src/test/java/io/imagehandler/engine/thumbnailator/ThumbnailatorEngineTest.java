package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageEngineContract;

class ThumbnailatorEngineTest implements ImageEngineContract {

    private static final ImageEngine ENGINE = new ThumbnailatorEngine();

    @Override
    public ImageEngine engine() {
        return ENGINE;
    }
}

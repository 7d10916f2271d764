package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.TimeLimitContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Libvips.class)
class VipsTimeLimitTest implements TimeLimitContract {

    private final LibVips c = Libvips.library().functions();
    private long base;

    @Override
    public ImageEngine within(Duration limit) {
        return new VipsEngine(Libvips.library(), limit, System::nanoTime);
    }

    @BeforeEach
    void remember() {
        within(Duration.ofMinutes(1));
        base = c.vipsTrackedGetMem();
    }

    @AfterEach
    void givesAllMemoryBack() {
        // Threads of libvips that were stopped let go a little later.
        await().untilAsserted(() -> assertThat(c.vipsTrackedGetMem()).isEqualTo(base));
    }
}

package io.imagehandler.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugesTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tellHowItEndedThoughTheHeapWasCollected() {
        reachAndForget();
        var witness = new WeakReference<>(new Object());
        await().until(() -> {
            System.gc();
            return witness.refersTo(null);
        });

        assertThat(List.of("total", "done", "queued"))
                .map(name -> registry.get("backfill." + name).gauge().value())
                .containsExactly(30.0, 20.0, 10.0);
    }

    private void reachAndForget() {
        var gauges = new Gauges("backfill", registry);
        gauges.begin(30, 0);
        gauges.reach(20, 10);
    }
}

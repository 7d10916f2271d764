package io.imagehandler.ondemand.observation;

import io.imagehandler.ondemand.observation.RequestRecord.Phase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;

/// Counts and times requests. Every tag is of a few values that we choose, none is a client's.
public final class RequestMetrics implements RequestListener {

    private static final String NONE = "none";

    private final MeterRegistry registry;

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(Told told, Sent sent) {
        var tags =
                Tags.of(
                        Tag.of("status", String.valueOf(sent.status())),
                        Tag.of("code", orNone(told.code())),
                        Tag.of("kind", told.kind().word()));
        registry.timer("image.request.time", tags).record(told.time());
        time("image.queue.wait", Tags.empty(), told, Phase.WAIT);
        if (!told.engine().isEmpty()) {
            var of = Tags.of("format", told.formats().made(), "engine", told.engine());
            time("image.render.time", of, told, Phase.RENDER);
        }
        if (Outcome.of(told, sent) == Outcome.REFUSED) {
            var why = Tags.of("reason", told.code(), "format", orNone(told.formats().source()));
            registry.counter("image.refused", why).increment();
        }
        // At last: who sees a request counted finds all else that is told of it.
        registry.counter("image.requests", tags).increment();
    }

    private void time(String name, Tags tags, Told told, Phase phase) {
        Long nanos = told.phases().get(phase);
        if (nanos != null) {
            registry.timer(name, tags).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static String orNone(String word) {
        return word.isEmpty() ? NONE : word;
    }
}

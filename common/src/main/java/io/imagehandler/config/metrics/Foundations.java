package io.imagehandler.config.metrics;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.style.Styles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/// How what a service stands on is. Everything is read when it is asked for.
///
/// @param styles how old they are
/// @param engine which it is
public record Foundations(Styles styles, ImageEngine engine) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "styles.age", "seconds", styles, Foundations::seconds);
        gauge(registry, "styles.invalid", "", styles, Styles::leftOut);
        gauge(registry, "engine.native", "", engine, one -> one.status().isNative() ? 1 : 0);
        gauge(registry, "vips.memory", "bytes", engine, one -> one.status().pictures());
        gauge(registry, "vips.errors", "bytes", engine, one -> one.status().errors());
    }

    /// Not a number before the first styles were read.
    private static double seconds(Styles styles) {
        return styles.age().map(Duration::toMillis).map(ms -> ms / 1_000.0).orElse(Double.NaN);
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String unit, T of, ToDoubleFunction<T> value) {
        var gauge = Gauge.builder(name, of, value).strongReference(true);
        (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
    }
}

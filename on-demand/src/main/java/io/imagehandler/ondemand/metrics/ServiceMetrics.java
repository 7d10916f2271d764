package io.imagehandler.ondemand.metrics;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.picture.WriteBack;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/// How busy the service is. Everything is read when it is asked for.
///
/// @param admission how many wait, are rendered, are sent away
/// @param writeBack what became of renditions behind the answers
/// @param engine what it holds
public record ServiceMetrics(AdmissionCounts admission, WriteBack writeBack, ImageEngine engine)
        implements MeterBinder {

    private static final double BYTES_OF_MIB = 1 << 20;

    @Override
    public void bindTo(MeterRegistry registry) {
        bindAdmission(registry);
        bindWriteBack(registry);
        gauge(registry, "image.engine.memory", "bytes", engine, one -> one.status().pictures());
    }

    private void bindAdmission(MeterRegistry registry) {
        gauge(registry, "image.slots.used", "", admission, AdmissionCounts::slotsUsed);
        gauge(registry, "image.queue.depth", "", admission, AdmissionCounts::queueDepth);
        gauge(
                registry,
                "image.memory.reserved",
                "mebibytes",
                admission,
                counts -> counts.memoryReserved() / BYTES_OF_MIB);
        count(registry, "image.shed", admission, AdmissionCounts::shed);
        count(registry, "image.shed.hopeless", admission, AdmissionCounts::hopeless);
        count(registry, "image.singleflight.joined", admission, AdmissionCounts::joined);
        count(registry, "image.sources.shared", admission, AdmissionCounts::sourcesShared);
        count(registry, "image.clients.gone", admission, AdmissionCounts::clientsGone);
    }

    private void bindWriteBack(MeterRegistry registry) {
        count(registry, "writeback.stored", writeBack, back -> back.counts().stored());
        count(registry, "writeback.exists", writeBack, back -> back.counts().existing());
        count(registry, "writeback.withdrawn", writeBack, back -> back.counts().withdrawn());
        count(registry, "writeback.dropped", writeBack, back -> back.counts().dropped());
        count(registry, "writeback.failed", writeBack, back -> back.counts().failed());
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String unit, T of, ToDoubleFunction<T> value) {
        var gauge = Gauge.builder(name, of, value).strongReference(true);
        (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
    }

    private static <T> void count(
            MeterRegistry registry, String name, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).register(registry);
    }
}

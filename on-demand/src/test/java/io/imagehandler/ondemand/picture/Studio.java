package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.DecodeMemory;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.plan.ResultLimits;
import io.imagehandler.engine.plan.Typesetting;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.ondemand.GatedEngine;
import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.admission.Client;
import io.imagehandler.ondemand.admission.Freshness;
import io.imagehandler.ondemand.admission.Memory;
import io.imagehandler.ondemand.admission.Slots;
import io.imagehandler.ondemand.admission.Sources;
import io.imagehandler.ondemand.admission.Watchdog;
import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.MarkOriginals;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.MarkText;
import io.imagehandler.transformation.TransformationGrammar;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// All that makes pictures, on fakes.
final class Studio implements AutoCloseable {

    private static final long MOST_BYTES = 10_000_000;

    final GatedEngine engine = new GatedEngine();
    final DescribingEngine quarantined = new DescribingEngine();
    final Steps storing = new Steps();
    final InMemoryRenditions renditions = new InMemoryRenditions(storing);
    final Pictures pictures;

    /// What the shelf does once what it keeps has been there long enough.
    final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

    final AdmissionCounts counts;
    final WriteBack writeBack;
    private final Memory memory;
    private final Watchdog watchdog = new Watchdog();
    private final Slots slots;

    /// What is different from one studio to another.
    ///
    /// @param slots how many render at a time
    /// @param budget of memory, in bytes
    /// @param kept what is kept of originals, in bytes
    record Size(int slots, long budget, long kept, Duration queueWait, Duration deadline) {}

    Studio(Originals originals, Size size, Supplier<Client> clients) {
        this(originals, size, clients, Attempts.none());
    }

    /// @param past what workers found of originals
    Studio(Originals originals, Size size, Supplier<Client> clients, Attempts past) {
        memory = new Memory(new MemoryBudget(size.budget()));
        slots = new Slots(size.slots(), size.queueWait(), watchdog);
        writeBack = new WriteBack(originals, renditions, memory, size.slots());
        var freshness = new Freshness(originals);
        var sources =
                new Sources(
                        originals, freshness, memory, new Sources.Bounds(MOST_BYTES, size.kept()));
        pictures =
                new Pictures(
                        originals,
                        new Renderers(
                                renderer(originals, engine),
                                renderer(originals, quarantined),
                                past),
                        new Admission(slots, sources, memory, size.queueWait()),
                        new Shelf(writeBack, later::add),
                        new Pictures.Callers(clients, size.deadline()));
        counts = pictures.counts();
    }

    static Target.Made wanted(String key, String text) {
        var original = new OriginalKey(key);
        return new Target.Made(
                original,
                WantedRendition.adHoc(
                        original, TransformationGrammar.parse("image/" + text), AcceptClass.NONE));
    }

    /// Whether everything that was taken has been given back.
    boolean isIdle() {
        return counts.slotsUsed() == 0 && counts.queueDepth() == 0 && counts.memoryReserved() == 0;
    }

    @Override
    public void close() {
        engine.open();
        writeBack.close();
        slots.close();
        watchdog.close();
    }

    private static Typesetting.Line setNoText(MarkText text) {
        throw new UnsupportedFormat("there is no text here");
    }

    private static Renderer renderer(Originals originals, ImageEngine engine) {
        var limits = ImageLimits.DEFAULT;
        var inspector = new Inspector(limits, DecodeMemory.NATIVE, Inspector.USUAL);
        var planner = new Planner(engine.writes(), limits, ResultLimits.DEFAULT, Studio::setNoText);
        return new Renderer(inspector, planner, engine, new MarkOriginals(originals, MOST_BYTES));
    }
}

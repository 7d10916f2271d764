package io.imagehandler.rendition;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.metadata.ImageInfo;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.Prepared.Known;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.transformation.Query;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// From the bytes of an original to its renditions: inspected and planned, which is cheap, then
/// decoded once. Safe for use by many threads; works on the thread that calls.
public final class Renderer {

    private final Inspector inspector;
    private final Planner planner;
    private final ImageEngine engine;
    private final MarkOriginals marks;

    /// @param marks the pictures of watermarks
    public Renderer(Inspector inspector, Planner planner, ImageEngine engine, MarkOriginals marks) {
        this.inspector = inspector;
        this.planner = planner;
        this.engine = engine;
        this.marks = marks;
    }

    /// The version of the engine that renders.
    public String engine() {
        return engine.version();
    }

    /// Reads the pictures of the watermarks that a rendition needs. Renders nothing.
    ///
    /// @throws io.imagehandler.failure.NoSuchOriginal if one of them is not stored
    /// @throws io.imagehandler.failure.OriginalTooLarge if one of them has too many bytes
    public Marks marks(WantedRendition wanted) {
        return marks.readAll(wanted.transformation());
    }

    /// The one rendition that is wanted. Reads nothing.
    ///
    /// @param read what [#marks] gave
    /// @throws ImageFailure if it cannot be made of this original
    public Prepared<Rendering.Made> prepare(ByteBuffer file, WantedRendition wanted, Marks read) {
        CheckedImage source = inspector.inspect(file);
        if (isPassedOn(wanted, file)) {
            return new Known<>(source.facts(), passedOn(wanted, source));
        }
        Planned planned = plan(wanted, source, new CheckedMarks(inspector, read::picture));
        List<Plan> plan = List.of(planned.plan());
        return new Work<>(
                source.facts(),
                plan,
                engine.memory(source, plan),
                () ->
                        new Rendered(
                                wanted, engine.render(source, plan).getFirst(), planned.recipe()));
    }

    /// All that is wanted of one original, the largest first. What cannot be done to this original
    /// is refused alone. Reads the pictures of watermarks.
    ///
    /// @throws ImageFailure if nothing can be made of this original
    public Prepared<List<Rendering>> prepare(ByteBuffer file, List<WantedRendition> wanted) {
        CheckedImage source = inspector.inspect(file);
        var checked = new CheckedMarks(inspector, marks::read);
        var known = new ArrayList<Rendering>();
        var planned = new ArrayList<Planned>();
        for (WantedRendition rendition : wanted) {
            if (isPassedOn(rendition, file)) {
                known.add(passedOn(rendition, source));
                continue;
            }
            try {
                planned.add(plan(rendition, source, checked));
            } catch (ImageFailure reason) {
                known.add(new Refused(rendition, reason));
            }
        }
        planned.sort(Comparator.comparingLong(Planned::pixels).reversed());
        return planned.isEmpty()
                ? new Known<>(source.facts(), known)
                : batch(new Batch(engine, source), known, planned);
    }

    /// What the file says of itself. Reads nothing.
    ///
    /// @throws ImageFailure if it is no picture that can be read here
    public Prepared<Answer> prepare(ByteBuffer file, Query query) {
        CheckedImage source = inspector.inspect(file);
        return switch (query) {
            case INFO -> {
                String json = ImageInfo.of(source, file).json();
                yield new Known<>(source.facts(), new Answer("application/json", json));
            }
            case AVERAGE_HUE ->
                    new Work<>(
                            source.facts(),
                            List.of(),
                            engine.memory(source, List.of()),
                            () -> averageHue(source));
        };
    }

    /// All that is wanted of one original, rendered at once, see [#prepare(ByteBuffer, List)].
    ///
    /// @throws ImageFailure if nothing can be made of this original
    public List<Rendering> render(ByteBuffer file, List<WantedRendition> wanted) {
        return prepare(file, wanted).result();
    }

    /// What the rendition of that original is made of, with the watermarks that are stored now; it
    /// asks for their tags.
    public Provenance provenance(EntityTag source, WantedRendition wanted) {
        var tags = marks.tags(wanted.transformation());
        return new Provenance(source, Recipe.of(wanted, engine.version(), tags));
    }

    /// What the answer about that original is made of.
    public Provenance provenance(EntityTag source, Query query) {
        return new Provenance(source, Recipe.of(query, engine.version()));
    }

    /// What the rendition of that original is made of, with the watermarks that were read.
    public Provenance provenance(EntityTag source, WantedRendition wanted, Marks read) {
        return new Provenance(source, Recipe.of(wanted, engine.version(), read.tags()));
    }

    private Work<List<Rendering>> batch(Batch batch, List<Rendering> known, List<Planned> planned) {
        List<List<Planned>> groups = batch.groups(planned, planner.limits());
        return new Work<>(
                batch.source().facts(),
                planned.stream().map(Planned::plan).toList(),
                batch.largest(groups),
                () -> {
                    var renderings = new ArrayList<>(known);
                    groups.forEach(group -> renderings.addAll(batch.render(group)));
                    return renderings;
                });
    }

    private Answer averageHue(CheckedImage source) {
        String hex = engine.average(source).hex().toLowerCase(Locale.ROOT);
        return new Answer("text/plain", "0x" + hex);
    }

    private static boolean isPassedOn(WantedRendition wanted, ByteBuffer file) {
        return wanted.transformation().input().passesOn(file.remaining());
    }

    private static PassedOn passedOn(WantedRendition wanted, CheckedImage source) {
        var facts = source.facts();
        return new PassedOn(
                wanted, facts.format(), facts.uprightSize(), source.bytes().remaining());
    }

    /// @throws ImageFailure if it cannot be done to this source, or takes too much memory
    private Planned plan(WantedRendition wanted, CheckedImage source, CheckedMarks checked) {
        Plan plan =
                planner.plan(
                        wanted.transformation(), wanted.key().accepts(), source.facts(), checked);
        planner.limits().allowMemory(engine.memory(source, List.of(plan)));
        return new Planned(wanted, plan, Recipe.of(wanted, engine.version(), checked.tags()));
    }
}

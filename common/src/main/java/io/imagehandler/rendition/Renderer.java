package io.imagehandler.rendition;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.metadata.ImageInfo;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.transformation.Query;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From the bytes of an original to its renditions: inspected, planned, decoded once. Safe for use
/// by many threads; works on the thread that calls, which must not be a virtual one where a picture
/// is rendered.
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

    /// All that is wanted of one original, in any order. What cannot be done to this original is
    /// refused alone. Reads the pictures of watermarks.
    ///
    /// @throws ImageFailure if nothing can be made of this original
    public List<Rendering> render(ByteBuffer file, List<WantedRendition> wanted) {
        CheckedImage source = inspector.inspect(file);
        var checked = new CheckedMarks(inspector, marks::read);
        var renderings = new ArrayList<Rendering>();
        var planned = new ArrayList<Planned>();
        for (WantedRendition rendition : wanted) {
            if (isPassedOn(rendition, file)) {
                renderings.add(new PassedOn(rendition, source.facts().format()));
                continue;
            }
            try {
                planned.add(new Planned(rendition, plan(rendition, source, checked)));
            } catch (ImageFailure reason) {
                renderings.add(new Refused(rendition, reason));
            }
        }
        renderings.addAll(new Batch(engine, source).render(planned));
        return renderings;
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
    public Rendering.Made render(ByteBuffer file, WantedRendition wanted, Marks read) {
        CheckedImage source = inspector.inspect(file);
        if (isPassedOn(wanted, file)) {
            return new PassedOn(wanted, source.facts().format());
        }
        Plan plan = plan(wanted, source, new CheckedMarks(inspector, read::picture));
        return new Rendered(wanted, engine.render(source, List.of(plan)).getFirst());
    }

    /// What the file says of itself. Reads nothing.
    ///
    /// @throws ImageFailure if it is no picture that can be read here
    public Answer answer(Query query, ByteBuffer file) {
        CheckedImage source = inspector.inspect(file);
        return switch (query) {
            case INFO -> new Answer("application/json", ImageInfo.of(source, file).json());
            case AVERAGE_HUE -> {
                String hex = engine.average(source).hex().toLowerCase(Locale.ROOT);
                yield new Answer("text/plain", "0x" + hex);
            }
        };
    }

    /// What the rendition of that original is made of, with the watermarks that are stored now; it
    /// asks for their tags.
    public Provenance provenance(EntityTag source, WantedRendition wanted) {
        var tags = marks.tags(wanted.transformation());
        return new Provenance(source, Recipe.of(wanted, engine.version(), tags));
    }

    /// What the rendition of that original is made of, with the watermarks that were read.
    public Provenance provenance(EntityTag source, WantedRendition wanted, Marks read) {
        return new Provenance(source, Recipe.of(wanted, engine.version(), read.tags()));
    }

    private static boolean isPassedOn(WantedRendition wanted, ByteBuffer file) {
        return wanted.transformation().input().passesOn(file.remaining());
    }

    private Plan plan(WantedRendition wanted, CheckedImage source, CheckedMarks checked) {
        return planner.plan(
                wanted.transformation(), wanted.key().accepts(), source.facts(), checked);
    }
}

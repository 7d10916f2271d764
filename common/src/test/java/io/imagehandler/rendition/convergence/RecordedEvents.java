package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was told.
public final class RecordedEvents implements RenditionEvents {

    private final List<Told> told = new ArrayList<>();
    private final Steps steps;

    public RecordedEvents() {
        this(new Steps());
    }

    public RecordedEvents(Steps steps) {
        this.steps = steps;
    }

    /// Something that was told of an original.
    public sealed interface Told {

        OriginalKey key();

        EntityTag etag();
    }

    /// @param renditions all of them
    public record Ready(OriginalKey key, EntityTag etag, List<ReadyRendition> renditions)
            implements Told {}

    /// @param reason why nothing can be made of it
    public record Failed(OriginalKey key, EntityTag etag, Rejection reason) implements Told {}

    /// All of it, in its order.
    public List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void ready(OriginalKey key, EntityTag etag, List<ReadyRendition> renditions) {
        steps.take("SEND event");
        told.add(new Ready(key, etag, List.copyOf(renditions)));
    }

    @Override
    public void failed(OriginalKey key, EntityTag etag, Rejection reason) {
        steps.take("SEND event");
        told.add(new Failed(key, etag, reason));
    }
}

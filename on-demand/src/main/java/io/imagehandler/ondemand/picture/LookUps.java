package io.imagehandler.ondemand.picture;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredOriginal;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Finds out about answers without reading an original. So few may do so at a time that nobody can
/// keep the stores busy with it. Safe for use by many threads.
public final class LookUps {

    private final Originals originals;
    private final Renditions renditions;
    private final Renderer renderer;
    private final Bounds bounds;
    private final Semaphore places;

    public LookUps(Originals originals, Renditions renditions, Renderer renderer, Bounds bounds) {
        this.originals = originals;
        this.renditions = renditions;
        this.renderer = renderer;
        this.bounds = bounds;
        this.places = new Semaphore(bounds.most());
    }

    /// @param mostBytes the largest original that is rendered
    /// @param most how many look-ups there may be at a time; a further one is refused
    public record Bounds(long mostBytes, int most) {}

    /// The original as it is in the store.
    ///
    /// @throws NoSuchOriginal if there is none
    /// @throws ServiceFailure if there are too many look-ups
    public StoredOriginal original(OriginalKey key) {
        return admit(() ->
                originals
                        .find(key)
                        .orElseThrow(() -> new NoSuchOriginal("there is no such original")));
    }

    /// By what the answer would be known. It may yet turn out that none can be given.
    ///
    /// @throws NoSuchOriginal as [#original]
    /// @throws ServiceFailure as [#original]
    public Identity identity(Target.Asked target) {
        StoredOriginal original = original(target.original());
        Provenance made = renderer.provenance(original.tag(), target.query());
        return Identity.of(made, original.lastModified(), false);
    }

    /// What the rendition would be. It may yet turn out that none can be made.
    ///
    /// @throws NoSuchOriginal as [#original]
    /// @throws ServiceFailure as [#original]
    public Prospect prospect(Target.Made target) {
        StoredOriginal original = original(target.original());
        Provenance made = admit(() -> renderer.provenance(original.tag(), target.wanted()));
        var identity = Identity.of(made, original.lastModified(), target.wanted().isNegotiated());
        return new Prospect(identity, made, original.length());
    }

    /// A rendition that would be made.
    ///
    /// @param identity by what it would be known
    /// @param provenance what it would be made of
    /// @param originalLength of its original, in bytes
    public record Prospect(Identity identity, Provenance provenance, long originalLength) {}

    /// The rendition as it is in the store, if it is there and just as it would be made.
    ///
    /// @throws OriginalTooLarge if the original is too large to be rendered
    /// @throws ServiceFailure if there are too many look-ups
    public Optional<Label> stored(Target.Made target, Prospect prospect) {
        if (prospect.originalLength() > bounds.mostBytes()) {
            throw new OriginalTooLarge(
                    "the original has more than " + bounds.mostBytes() + " bytes");
        }
        return admit(() -> renditions.find(target.wanted().key().path()))
                .filter(found -> found.provenance().equals(prospect.provenance()))
                .map(found -> new Label(prospect.identity(), found.mediaType(), found.length()));
    }

    private <T> T admit(Supplier<T> lookUp) {
        if (!places.tryAcquire()) {
            throw ServiceFailure.overloaded();
        }
        try {
            return lookUp.get();
        } finally {
            places.release();
        }
    }
}

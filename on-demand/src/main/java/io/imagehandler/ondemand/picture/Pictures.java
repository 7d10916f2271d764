package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.ondemand.admission.Deadline;
import io.imagehandler.ondemand.admission.Slots;
import io.imagehandler.rendition.Marks;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.WantedRendition;
import java.time.Duration;

/// Gets the picture that a request is after.
public final class Pictures {

    private final Originals originals;
    private final Renderer renderer;
    private final Slots slots;
    private final WriteBack writeBack;
    private final Bounds bounds;

    public Pictures(
            Originals originals,
            Renderer renderer,
            Slots slots,
            WriteBack writeBack,
            Bounds bounds) {
        this.originals = originals;
        this.renderer = renderer;
        this.slots = slots;
        this.writeBack = writeBack;
        this.bounds = bounds;
    }

    /// @param mostBytes the largest original that is rendered
    /// @param deadline how long a rendition may take
    public record Bounds(long mostBytes, Duration deadline) {}

    /// The original as it is stored, to be closed.
    ///
    /// @throws NoSuchOriginal if there is none
    public OpenOriginal stored(Target.Stored target) {
        return originals.open(target.key()).orElseThrow(Pictures::absent);
    }

    /// The rendition, which is stored behind the answer for those who ask next.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it cannot be made
    /// @throws ServiceFailure if there is no capacity, or the time is up
    public Picture made(Target.Made target) {
        Deadline deadline = Deadline.in(bounds.deadline());
        return slots.admit(() -> make(target, deadline));
    }

    private Picture make(Target.Made target, Deadline deadline) {
        Original original = read(target.original());
        WantedRendition wanted = target.wanted();
        Marks marks = renderer.marks(wanted);
        Rendering.Made made =
                slots.render(
                        () -> renderer.prepare(original.bytes(), wanted, marks).result(), deadline);
        Provenance provenance = renderer.provenance(original.tag(), wanted, marks);
        var identity = Identity.of(provenance, original.lastModified(), wanted.isNegotiated());
        return switch (made) {
            case Rendered(var _, EncodedImage image) -> {
                writeBack.later(wanted, image, provenance);
                yield Picture.of(image, identity);
            }
            case PassedOn(var _, SourceFormat format) -> Picture.of(original, format, identity);
        };
    }

    /// What the original says of itself.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it is no picture
    /// @throws ServiceFailure if there is no capacity, or the time is up
    public Picture told(Target.Asked target) {
        Deadline deadline = Deadline.in(bounds.deadline());
        return slots.admit(() -> {
            Original original = read(target.original());
            Provenance provenance = renderer.provenance(original.tag(), target.query());
            return Picture.of(
                    slots.render(
                            () -> renderer.prepare(original.bytes(), target.query()).result(),
                            deadline),
                    Identity.of(provenance, original.lastModified(), false));
        });
    }

    private Original read(OriginalKey key) {
        return originals.read(key, bounds.mostBytes()).orElseThrow(Pictures::absent);
    }

    private static NoSuchOriginal absent() {
        return new NoSuchOriginal("there is no such original");
    }
}

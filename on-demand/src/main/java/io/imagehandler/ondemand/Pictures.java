package io.imagehandler.ondemand;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.rendition.OpenOriginal;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import java.time.Duration;

/// Gets the picture that a request is after.
final class Pictures {

    private final Originals originals;
    private final Renderer renderer;
    private final Slots slots;
    private final WriteBack writeBack;
    private final Bounds bounds;

    Pictures(
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
    record Bounds(long mostBytes, Duration deadline) {}

    /// The original as it is stored, to be closed.
    ///
    /// @throws NoSuchOriginal if there is none
    OpenOriginal stored(Target.Stored target) {
        return originals.open(target.key()).orElseThrow(Pictures::absent);
    }

    /// The rendition, which is stored behind the answer for those who ask next.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if it cannot be made
    /// @throws ServiceFailure if there is no capacity, or the time is up
    Picture made(Target.Made target) {
        Deadline deadline = Deadline.in(bounds.deadline());
        return slots.admit(() -> make(target, deadline));
    }

    private Picture make(Target.Made target, Deadline deadline) {
        Original original = read(target.original());
        EncodedImage image =
                slots.render(() -> renderer.render(original.bytes(), target.wanted()), deadline);
        writeBack.later(target.wanted(), image, original.tag());
        return new Picture(image, target.wanted().isNegotiated());
    }

    private Original read(OriginalKey key) {
        return originals.read(key, bounds.mostBytes()).orElseThrow(Pictures::absent);
    }

    private static NoSuchOriginal absent() {
        return new NoSuchOriginal("there is no such original");
    }
}

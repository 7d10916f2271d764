package io.imagehandler.rendition.convergence;

import io.imagehandler.engine.Deadlines;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.memory.MemoryBudget.Reservation;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.NoRoom;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Darkroom.Development.Developed;
import io.imagehandler.rendition.convergence.Darkroom.Development.Spoiled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Develops on the thread that calls, which must not be a virtual one.
///
/// @param renderers who make renditions
/// @param mostBytes the largest original that is taken in, in bytes
/// @param memory what all that is developed at the same time holds
/// @param patience how long to wait for a part of it
public record RendererDarkroom(
        Renderers renderers, long mostBytes, MemoryBudget memory, Duration patience)
        implements Darkroom {

    /// Who makes renditions.
    ///
    /// @param usual in this process
    /// @param quarantined the same where nothing can be hurt, for suspects, see [Attempts#SUSPECT]
    /// @param overseer looks after what is made in this process
    public record Renderers(Renderer usual, Renderer quarantined, Overseer overseer) {}

    @Override
    public Provenance provenance(EntityTag source, WantedRendition wanted) {
        return renderers.usual().provenance(source, wanted);
    }

    @Override
    public Bench enter() {
        return new Held();
    }

    /// Holds first the bytes of the original, then all that its renditions take.
    private final class Held implements Bench {

        private @Nullable Reservation held;

        @Override
        public boolean allows(long bytes) {
            try {
                if (held != null) {
                    return held.grow(bytes, patience);
                }
                held = memory.reserve(bytes, patience).orElse(null);
                return held != null;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public Development develop(Original original, Order order) {
            var wanted = new ArrayList<>(order.wanted());
            if (order.average()) {
                wanted.add(Sample.WANTED);
            }
            try {
                List<Rendering> all =
                        order.crashes() < Attempts.SUSPECT
                                ? render(order.key(), prepare(renderers.usual(), original, wanted))
                                : prepare(renderers.quarantined(), original, wanted).result();
                return new Developed(
                        all.stream().filter(one -> !Sample.isSample(one)).toList(),
                        order.average() ? Sample.average(all) : null);
            } catch (ImageFailure failure) {
                return Spoiled.by(failure);
            }
        }

        private List<Rendering> render(OriginalKey key, Prepared<List<Rendering>> prepared) {
            try (var watching = renderers.overseer().over(key)) {
                return Deadlines.told(watching::allow, prepared::result);
            }
        }

        /// Has room for all that making it takes.
        private Prepared<List<Rendering>> prepare(
                Renderer renderer, Original original, List<WantedRendition> wanted) {
            var prepared = renderer.prepare(original.bytes(), wanted);
            if (prepared instanceof Work<?> work && !allows(work.memory().total())) {
                throw new NoRoom();
            }
            return prepared;
        }

        @Override
        public void close() {
            if (held != null) {
                held.close();
            }
        }
    }
}

package io.imagehandler.ondemand.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.rendition.NoRoom;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import org.jspecify.annotations.Nullable;

/// Originals in memory: each is read once for all who need it at the same time, and the last few
/// are kept for those who come next. Safe for use by many threads.
///
/// What is in memory is used only if it is still current, see [Freshness]; who joins a reading that
/// is under way is given what that reads.
///
/// All that is in memory is reserved in the budget, once, however many use it. What is merely kept
/// is dropped as soon as somebody finds no room.
public final class Sources {

    private final Flights<OriginalKey, Source> readings = new Flights<>(new InMemory());
    private final Originals originals;
    private final Freshness freshness;
    private final Memory memory;
    private final long mostBytes;
    private final Cache<OriginalKey, Seat<Source>> kept;

    /// @param memory where room for them is found
    /// @param bounds of what is read and kept
    public Sources(Originals originals, Freshness freshness, Memory memory, Bounds bounds) {
        this.originals = originals;
        this.freshness = freshness;
        this.memory = memory;
        this.mostBytes = bounds.mostBytes();
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(bounds.keptBytes())
                        .<OriginalKey, Seat<Source>>weigher((_, seat) -> seat.value().length())
                        .removalListener((_, seat, _) -> close(seat))
                        .executor(Runnable::run)
                        .build();
        memory.onShortage(kept::invalidateAll);
    }

    /// @param mostBytes the largest original that is read
    /// @param keptBytes of the originals that are kept after use, together; 0: none is
    public record Bounds(long mostBytes, long keptBytes) {}

    /// The original as it is now, for as long as the seat is held.
    ///
    /// @param patience for room in memory
    /// @throws NoSuchOriginal if there is none
    /// @throws io.imagehandler.failure.OriginalTooLarge if it has too many bytes
    /// @throws ServiceFailure if there is no room
    /// @throws InterruptedException if nobody wants it any more
    Seat<Source> open(OriginalKey key, Patience patience) throws InterruptedException {
        Seat<Source> seat = readings.open(key, _ -> read(key, patience), one -> one.awaitLanding());
        if (seat.succeeded() && seat.leads()) {
            kept.put(key, seat.another());
        } else {
            // It counts as used.
            var _ = kept.getIfPresent(key);
        }
        return seat;
    }

    /// The largest original that is read.
    long mostBytes() {
        return mostBytes;
    }

    /// How many were not read because others had, or were about to.
    long shared() {
        return readings.joined();
    }

    private Source read(OriginalKey key, Patience patience) throws InterruptedException {
        try (var room = memory.room(patience)) {
            Original original =
                    originals
                            .read(key, mostBytes, room)
                            .orElseThrow(() -> new NoSuchOriginal("there is no such original"));
            return new Source(
                    original, freshness.version(key, original.tag()), memory, room.keep());
        } catch (NoRoom full) {
            throw memory.overloaded();
        }
    }

    private static void close(@Nullable Seat<Source> seat) {
        if (seat != null) {
            seat.close();
        }
    }

    private final class InMemory implements Flights.Cargo<Source> {

        @Override
        public boolean isCurrent(Source source) {
            boolean current = source.version().isCurrent();
            if (!current) {
                kept.invalidate(source.version().key());
            }
            return current;
        }

        @Override
        public void discard(Source source) {
            source.reservation().close();
        }
    }
}

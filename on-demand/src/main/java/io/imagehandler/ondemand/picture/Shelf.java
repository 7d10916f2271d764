package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.ondemand.admission.Seat;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.WantedRendition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Has renditions stored behind the answers, and keeps each for [#TIME] after that: for those who
/// were told just before that it was not there, and come only now. Each of them would have it made
/// again otherwise.
///
/// What it keeps is [#MOST_BYTES] together, a small part of the heap; the oldest goes first. Safe
/// for use by many threads.
public final class Shelf {

    /// More than it takes to get here from a look into the store, even where a connection needs a
    /// second try, which systems make after a second.
    static final Duration TIME = Duration.ofSeconds(3);

    static final long MOST_BYTES = 16 << 20;

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(TIME.toMillis(), TimeUnit.MILLISECONDS);

    private final SequencedMap<Seat<?>, Integer> kept = new LinkedHashMap<>();
    private final WriteBack writeBack;
    private final Executor later;
    private long bytes;

    public Shelf(WriteBack writeBack) {
        this(writeBack, LATER);
    }

    /// @param later runs what it is given after [#TIME]
    Shelf(WriteBack writeBack, Executor later) {
        this.writeBack = writeBack;
        this.later = later;
    }

    /// Stores the picture, soon or not at all.
    ///
    /// @param seat in the flight that made it, closed in time
    void store(WantedRendition wanted, EncodedImage image, Provenance provenance, Seat<?> seat) {
        writeBack.later(wanted, image, provenance, () -> keep(seat, image.length()));
    }

    private void keep(Seat<?> seat, int length) {
        put(seat, length);
        later.execute(() -> drop(seat));
    }

    private synchronized void put(Seat<?> seat, int length) {
        kept.put(seat, length);
        bytes += length;
        while (bytes > MOST_BYTES) {
            drop(kept.firstEntry().getKey());
        }
    }

    private synchronized void drop(Seat<?> seat) {
        Integer length = kept.remove(seat);
        if (length != null) {
            bytes -= length;
            seat.close();
        }
    }
}

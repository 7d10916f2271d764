package io.imagehandler.ondemand.admission;

import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import java.util.ArrayList;
import java.util.List;

/// The originals that one job has in memory, until it is closed. For one thread.
public final class Desk implements AutoCloseable {

    private final Sources sources;
    private final Patience patience;
    private final List<Seat<Source>> seats = new ArrayList<>();

    /// @param patience for room in memory
    Desk(Sources sources, Patience patience) {
        this.sources = sources;
        this.patience = patience;
    }

    /// The original as it is now.
    ///
    /// @throws io.imagehandler.failure.NoSuchOriginal if there is none
    /// @throws io.imagehandler.failure.OriginalTooLarge if it has more than [#mostBytes] bytes
    /// @throws ServiceFailure if there is no room
    /// @throws InterruptedException if nobody wants it any more
    public Original read(OriginalKey key) throws InterruptedException {
        return open(key).original();
    }

    /// The largest original that is read.
    public long mostBytes() {
        return sources.mostBytes();
    }

    Source open(OriginalKey key) throws InterruptedException {
        Seat<Source> seat = sources.open(key, patience);
        seats.add(seat);
        return seat.value();
    }

    /// How many bytes of files are on it.
    long bytes() {
        return seats.stream().mapToLong(seat -> seat.value().length()).sum();
    }

    @Override
    public void close() {
        seats.forEach(Seat::close);
    }
}

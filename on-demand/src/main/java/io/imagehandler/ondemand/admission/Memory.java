package io.imagehandler.ondemand.admission;

import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.memory.MemoryBudget.Reservation;
import io.imagehandler.rendition.Room;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The memory that requests share. Where there is no room, what is merely kept for later goes
/// first. Safe for use by many threads.
public final class Memory {

    private final LongAdder shed = new LongAdder();
    private final MemoryBudget budget;
    private volatile Runnable relief = () -> {};

    public Memory(MemoryBudget budget) {
        this.budget = budget;
    }

    /// How much is reserved, in bytes.
    public long reserved() {
        return budget.reserved();
    }

    /// A part for what nobody waits for, if there is one at once.
    public Optional<Reservation> spare(long bytes) {
        try {
            return budget.reserve(bytes, Duration.ZERO);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A further part for one who holds `held`.
    ///
    /// @throws ServiceFailure if there is no room in time
    /// @throws io.imagehandler.failure.ImageTooLarge if there is not so much in all
    Reservation more(Reservation held, long bytes, Patience patience) throws InterruptedException {
        return find(time -> held.another(bytes, time), patience).orElseThrow(this::overloaded);
    }

    /// What one is told who found no room.
    ServiceFailure overloaded() {
        shed.increment();
        return ServiceFailure.overloaded();
    }

    /// How many were refused.
    long shed() {
        return shed.sum();
    }

    /// Room for something whose length is not known yet.
    Reader room(Patience patience) {
        return new Reader(patience);
    }

    /// @param shortage run when there is no room
    void onShortage(Runnable shortage) {
        relief = shortage;
    }

    private Optional<Reservation> find(Search search, Patience patience)
            throws InterruptedException {
        Optional<Reservation> found = search.within(Duration.ZERO);
        if (found.isPresent()) {
            return found;
        }
        relief.run();
        try (var _ = patience.begin()) {
            return search.within(patience.left());
        }
    }

    @FunctionalInterface
    private interface Search {
        Optional<Reservation> within(Duration time) throws InterruptedException;
    }

    /// Room for one reading. What was found is given back when it is closed, unless it was kept.
    final class Reader implements Room, AutoCloseable {

        private final Patience patience;
        private @Nullable Reservation found;

        private Reader(Patience patience) {
            this.patience = patience;
        }

        @Override
        public boolean allows(long bytes) {
            if (found != null && found.bytes() >= bytes) {
                return true;
            }
            close();
            try {
                found = find(time -> budget.reserve(bytes, time), patience).orElse(null);
            } catch (InterruptedException unwanted) {
                Thread.currentThread().interrupt();
            }
            return found != null;
        }

        /// What was found, which is no longer this one's.
        Reservation keep() {
            Reservation kept = found;
            if (kept == null) {
                throw new IllegalStateException("room must have been found");
            }
            found = null;
            return kept;
        }

        @Override
        public void close() {
            if (found != null) {
                found.close();
                found = null;
            }
        }
    }
}

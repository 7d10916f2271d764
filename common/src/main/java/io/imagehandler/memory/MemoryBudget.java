package io.imagehandler.memory;

import io.imagehandler.failure.ImageTooLarge;
import java.time.Duration;
import java.util.Optional;

/// How many bytes all that is rendered may hold at the same time, in permits of 1 MiB.
///
/// Who asks first is served first, so that large pictures are not starved by small ones; who holds
/// some already goes before those that hold none, because what it holds is free again once it is
/// served. Nobody waits longer than it says, so holding some while waiting for more ends by itself.
/// Safe for use by many threads, virtual ones too.
public final class MemoryBudget {

    /// What is given out at once, in bytes; every amount is rounded up to it.
    public static final long PERMIT = 1 << 20;

    private final long size;
    private final Permits permits;

    /// @param bytes rounded down to whole permits; at least one
    public MemoryBudget(long bytes) {
        if (bytes < PERMIT) {
            throw new IllegalArgumentException(
                    "bytes must be at least " + PERMIT + " but are " + bytes);
        }
        size = bytes / PERMIT;
        permits = new Permits(size);
    }

    /// Takes `bytes`, or nothing if that much does not get free in time.
    ///
    /// @param patience how long to wait; 0 or less: not at all
    /// @throws ImageTooLarge at once if that is more than there is in all
    /// @throws InterruptedException if the thread is interrupted while it waits; nothing is taken
    public Optional<Reservation> reserve(long bytes, Duration patience)
            throws InterruptedException {
        long count = count(bytes);
        return permits.take(count, false, patience)
                ? Optional.of(new Reservation(count))
                : Optional.empty();
    }

    /// All of it, in bytes.
    public long size() {
        return size * PERMIT;
    }

    /// What is taken now, in bytes.
    public long reserved() {
        return (size - permits.free()) * PERMIT;
    }

    /// How many wait.
    public int waiting() {
        return permits.waiting();
    }

    private long count(long bytes) {
        long count = Math.ceilDiv(bytes, PERMIT);
        if (count > size) {
            throw new ImageTooLarge(
                    "rendering this takes about %d MiB of memory, more than the %d that there are"
                            .formatted(count, size));
        }
        return count;
    }

    /// A part of the budget that somebody holds until it is closed. Grown by one thread at a time;
    /// closed by any, and again without effect.
    public final class Reservation implements AutoCloseable {

        private long count;
        private boolean closed;

        private Reservation(long count) {
            this.count = count;
        }

        /// What is held, in bytes.
        public synchronized long bytes() {
            return count * PERMIT;
        }

        /// Takes a further part for whoever holds this one, before those that hold none.
        ///
        /// @throws ImageTooLarge at once if that is more than there is in all
        /// @throws InterruptedException as [MemoryBudget#reserve]
        public Optional<Reservation> another(long bytes, Duration patience)
                throws InterruptedException {
            long further = count(bytes);
            return permits.take(further, true, patience)
                    ? Optional.of(new Reservation(further))
                    : Optional.empty();
        }

        /// Whether it could be made to hold `bytes` in all within `patience`; otherwise it holds
        /// what it held. Does nothing if it holds that much already.
        ///
        /// @throws ImageTooLarge at once if that is more than there is in all
        /// @throws InterruptedException as [MemoryBudget#reserve]
        public boolean grow(long bytes, Duration patience) throws InterruptedException {
            long more = count(bytes) - bytes() / PERMIT;
            if (more <= 0) {
                return true;
            }
            boolean taken = permits.take(more, true, patience);
            if (taken) {
                keep(more);
            }
            return taken;
        }

        private synchronized void keep(long more) {
            if (closed) {
                permits.give(more);
            } else {
                count += more;
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                permits.give(count);
                count = 0;
            }
        }
    }
}

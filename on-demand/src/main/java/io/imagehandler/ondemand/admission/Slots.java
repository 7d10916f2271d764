package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.ondemand.admission.Ticket.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The few threads on which pictures are rendered, and the few places for those who fetch what they
/// want to have rendered or wait for a thread.
///
/// The threads are platform threads: a codec holds its thread until it is done. Those who wait run
/// on virtual ones. Safe for use by many threads.
public final class Slots implements AutoCloseable {

    /// How long one may stand at the door, where others take longer than was estimated.
    private static final Duration DOORSTEP = Duration.ofMillis(400);

    /// How soon by the estimate there must be a place for one to stand there, as a part of that:
    /// nearly nobody stands in vain, and so nearly every refusal is fast.
    private static final int MOMENT = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongAdder shed = new LongAdder();
    private final RenderThreads threads;
    private final long doorstep;
    private final Line line;

    /// @param count how many pictures are rendered at a time, at least 1
    /// @param patience how long one may wait for a thread
    /// @param watchdog told of everything that is rendered
    public Slots(int count, Duration patience, Watchdog watchdog) {
        this(count, patience, DOORSTEP, watchdog);
    }

    Slots(int count, Duration patience, Duration doorstep, Watchdog watchdog) {
        // One more for the small lane.
        this.threads = new RenderThreads(count + 1, watchdog);
        this.doorstep = doorstep.toNanos();
        this.line = new Line(count, patience.toNanos(), this.doorstep / MOMENT);
    }

    /// A place for one who is about to fetch what he wants to have rendered. He may have to stand
    /// at the door for it, up to 400 ms.
    ///
    /// @throws ServiceFailure if there is none, or no hope for a slot in time
    /// @throws InterruptedException if nobody wants it any more
    public Place enter(Patience patience) throws InterruptedException {
        var place = locked(() -> new Place(lock.newCondition()));
        boolean entered = false;
        try {
            entered = place.stateAfter(State.STANDING, doorstep, patience) == State.WAITING;
        } finally {
            if (!entered) {
                place.close();
            }
        }
        if (!entered) {
            throw overloaded();
        }
        return place;
    }

    /// Why one who came now would be sent away, if he would; it counts as if he had come.
    public Optional<ServiceFailure> refusal() {
        boolean refused = locked(() -> line.refuses(System.nanoTime()));
        return refused ? Optional.of(overloaded()) : Optional.empty();
    }

    /// Whether one who came now would be sent away.
    public boolean isClosed() {
        return locked(() -> line.isClosed(System.nanoTime()));
    }

    /// How many render.
    public int used() {
        return locked(line::rendering);
    }

    /// How many have a place and do not render.
    public int depth() {
        return locked(line::depth);
    }

    /// How many were refused.
    public long shed() {
        return shed.sum();
    }

    /// How many of them were refused because the estimate gave them no hope.
    public long hopeless() {
        return locked(line::hopeless);
    }

    @Override
    public void close() {
        threads.close();
    }

    /// A place, later a slot, until it is closed. For one thread.
    public final class Place implements AutoCloseable {

        private final Condition moved;
        private final Ticket ticket;
        private boolean rendered;

        /// To be made under the lock.
        private Place(Condition moved) {
            this.moved = moved;
            this.ticket =
                    line.enter(moved::signal, System.nanoTime())
                            .orElseThrow(Slots.this::overloaded);
        }

        /// Waits for a slot.
        ///
        /// @param lane what is going to be rendered
        /// @throws ServiceFailure if there is none in time, or no hope for one
        /// @throws InterruptedException if nobody wants it any more
        public void awaitSlot(Lane lane, Patience patience) throws InterruptedException {
            long left = patience.left().toNanos();
            change(() -> line.ready(ticket, lane, left, System.nanoTime()));
            if (stateAfter(State.WAITING, left, patience) != State.RENDERING) {
                throw overloaded();
            }
        }

        /// Waits until the ticket is in another state than that one, so many nanoseconds at most.
        private State stateAfter(State state, long longest, Patience patience)
                throws InterruptedException {
            lock.lockInterruptibly();
            try (var _ = patience.begin()) {
                long left = Math.min(longest, patience.left().toNanos());
                while (ticket.state() == state && left > 0) {
                    left = moved.awaitNanos(left);
                }
                return ticket.state();
            } finally {
                lock.unlock();
            }
        }

        /// Renders on one of the threads, in the slot that was waited for. It comes back when the
        /// thread is free, however long that takes.
        ///
        /// @param what is rendered, for the log
        /// @param deadline when it must be done; later it is taken for hung
        /// @throws ImageFailure as `rendering`
        public <T> T render(String what, Deadline deadline, Supplier<T> rendering) {
            rendered = true;
            return threads.render(what, deadline, rendering);
        }

        /// Gives the place or the slot back.
        @Override
        public void close() {
            change(() -> giveBack(System.nanoTime()));
        }

        private void giveBack(long now) {
            if (rendered) {
                line.end(ticket, now);
            } else {
                line.leave(ticket, now);
            }
        }
    }

    private ServiceFailure overloaded() {
        shed.increment();
        return ServiceFailure.overloaded();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}

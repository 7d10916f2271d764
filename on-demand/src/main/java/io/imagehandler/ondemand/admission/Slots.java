package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final LongAdder shed = new LongAdder();
    private final ExecutorService threads;
    private final Watchdog watchdog;
    private final Line line;

    /// @param count how many pictures are rendered at a time, at least 1
    /// @param patience how long one may wait for a thread
    /// @param watchdog told of everything that is rendered
    public Slots(int count, Duration patience, Watchdog watchdog) {
        // One more for the small lane.
        this.threads =
                Executors.newFixedThreadPool(
                        count + 1, Thread.ofPlatform().daemon().name("render-", 0).factory());
        this.watchdog = watchdog;
        this.line = new Line(count, patience.toNanos());
    }

    /// A place for one who is about to fetch what he wants to have rendered.
    ///
    /// @throws ServiceFailure if there is none, or no hope for a slot in time
    public Place enter() {
        lock.lock();
        try {
            return new Place(line.enter(System.nanoTime()).orElseThrow(this::overloaded));
        } finally {
            moved.signalAll();
            lock.unlock();
        }
    }

    /// Why one who came now would be sent away, if he would; it counts as if he had come.
    public Optional<ServiceFailure> refusal() {
        lock.lock();
        try {
            long now = System.nanoTime();
            Optional<Line.Ticket> place = line.enter(now);
            place.ifPresent(ticket -> line.leave(ticket, now));
            return place.isPresent() ? Optional.empty() : Optional.of(overloaded());
        } finally {
            lock.unlock();
        }
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
        threads.shutdownNow();
    }

    /// A place, later a slot, until it is closed. For one thread.
    public final class Place implements AutoCloseable {

        private final Line.Ticket ticket;

        private Place(Line.Ticket ticket) {
            this.ticket = ticket;
        }

        /// Waits for a slot.
        ///
        /// @param lane what is going to be rendered
        /// @throws ServiceFailure if there is none in time, or no hope for one
        /// @throws InterruptedException if nobody wants it any more
        public void awaitSlot(Lane lane, Patience patience) throws InterruptedException {
            lock.lockInterruptibly();
            try (var _ = patience.begin()) {
                long left = patience.left().toNanos();
                line.ready(ticket, lane, left, System.nanoTime());
                moved.signalAll();
                while (ticket.state() == Line.Ticket.State.WAITING && left > 0) {
                    left = moved.awaitNanos(left);
                }
                if (ticket.state() != Line.Ticket.State.RENDERING) {
                    throw overloaded();
                }
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
            var task =
                    new FutureTask<>(() -> {
                        try (var _ = watchdog.watch(what, deadline)) {
                            return rendering.get();
                        }
                    });
            threads.execute(task);
            return done(task);
        }

        /// Gives the place or the slot back.
        @Override
        public void close() {
            lock.lock();
            try {
                line.leave(ticket, System.nanoTime());
            } finally {
                moved.signalAll();
                lock.unlock();
            }
        }
    }

    private static <T> T done(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException tooLate) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case ImageFailure reason -> reason;
                case null, default ->
                        new IllegalStateException("rendering failed", failed.getCause());
            };
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ServiceFailure overloaded() {
        shed.increment();
        return ServiceFailure.overloaded();
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

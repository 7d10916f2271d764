package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.NoSuchOriginal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One piece of work for all who want the same, see [Flights]. Safe for use by many threads.
///
/// @param <V> what it comes to
public final class Flight<V> {

    /// For so long a refusal is given to others who ask the same, without looking again. That there
    /// is no original is not remembered at all: it costs next to nothing to find out, and somebody
    /// may just be uploading it.
    static final Duration MEMORY = Duration.ofSeconds(1);

    /// The map of all flights, which is the lock of each.
    private final Map<?, Flight<V>> flights;

    private final Object key;
    private final Consumer<V> discard;
    private final FutureTask<V> work;
    private final Thread thread;
    private int seats;
    private boolean waiting;
    private boolean committed;
    private boolean discarded;

    Flight(Map<?, Flight<V>> flights, Object key, Flights.Work<V> work, Consumer<V> discard) {
        this.flights = flights;
        this.key = key;
        this.discard = discard;
        this.work = new Landing(work);
        this.thread = Thread.ofVirtual().name("flight").unstarted(this::fly);
    }

    /// For the work: says whether it waits for a slot from now on, or is at work again.
    public void waits(boolean forSlot) {
        synchronized (flights) {
            waiting = forSlot;
        }
    }

    /// For the work: from now on it goes on to its end, even if nobody is left.
    ///
    /// @throws CancellationException if nobody is
    public void commit() {
        synchronized (flights) {
            if (seats == 0) {
                throw new CancellationException("nobody is left");
            }
            if (!committed) {
                committed = true;
                seats++;
            }
        }
    }

    /// For the work, once committed: a seat for nobody, which keeps what it comes to for those who
    /// ask later, until it is closed or `longest` has passed.
    public Seat<V> keep(Duration longest) {
        Seat<V> seat = seat(false);
        var over = new CompletableFuture<Boolean>();
        seat.onClose(() -> over.complete(true));
        var _ = over.completeOnTimeout(true, longest.toNanos(), TimeUnit.NANOSECONDS);
        var _ = over.thenRun(seat::close);
        return seat;
    }

    Seat<V> seat(boolean leads) {
        synchronized (flights) {
            seats++;
            return new Seat<>(this, leads);
        }
    }

    void begin() {
        thread.start();
    }

    FutureTask<V> work() {
        return work;
    }

    boolean isWaiting() {
        synchronized (flights) {
            return waiting;
        }
    }

    /// Keeps others from boarding; those on board stay.
    void retire() {
        synchronized (flights) {
            flights.remove(key, this);
        }
    }

    void leave() {
        boolean last;
        synchronized (flights) {
            seats--;
            last = seats == 0;
            if (last) {
                flights.remove(key, this);
            }
        }
        if (last) {
            thread.interrupt();
            discard();
        }
    }

    private void fly() {
        work.run();
        if (committed) {
            leave();
        }
        discard();
    }

    private void discard() {
        synchronized (flights) {
            if (seats > 0 || discarded || work.state() != FutureTask.State.SUCCESS) {
                return;
            }
            discarded = true;
        }
        discard.accept(work.resultNow());
    }

    /// Sees to a failure before anybody else knows of it.
    private final class Landing extends FutureTask<V> {

        private Landing(Flights.Work<V> work) {
            super(() -> work.run(Flight.this));
        }

        @Override
        protected void setException(Throwable failure) {
            if (failure instanceof ImageFailure && !(failure instanceof NoSuchOriginal)) {
                keep(MEMORY);
            } else {
                retire();
            }
            super.setException(failure);
        }
    }
}

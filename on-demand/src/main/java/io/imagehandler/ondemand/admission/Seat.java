package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One who waits for what a flight comes to, or keeps it, until it is closed; see [Flights]. May be
/// closed more than once.
///
/// @param <V> what it comes to
public final class Seat<V> implements AutoCloseable {

    /// How often somebody who waits looks whether his client is still there.
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Flight<V> flight;
    private final boolean leads;
    private volatile Runnable onClose = () -> {};

    Seat(Flight<V> flight, boolean leads) {
        this.flight = flight;
        this.leads = leads;
    }

    /// Waits until the work is done, whatever it comes to.
    ///
    /// @throws ClientGone if the client left
    /// @throws ServiceFailure if the deadline passed
    void awaitLanding(Passenger passenger) {
        Deadline deadline = passenger.deadline();
        if (!leads) {
            passenger.joined().run();
        }
        try {
            while (!hasLandedIn(Math.min(GLANCE, deadline.nanosLeft()))) {
                if (passenger.client().isGone()) {
                    throw new ClientGone();
                }
                if (deadline.nanosLeft() <= 0) {
                    throw flight.isWaiting()
                            ? ServiceFailure.overloaded()
                            : ServiceFailure.timeout();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ServiceFailure.overloaded();
        }
    }

    /// Waits until the work is done, whatever it comes to, as long as the caller is wanted.
    ///
    /// @throws InterruptedException if it is not
    void awaitLanding() throws InterruptedException {
        hasLandedIn(Long.MAX_VALUE);
    }

    boolean leads() {
        return leads;
    }

    boolean hasLanded() {
        return flight.work().isDone();
    }

    boolean succeeded() {
        return flight.work().state() == State.SUCCESS;
    }

    /// Whether the work has failed for a reason that may be gone when somebody tries again, and
    /// this is not the one who began it.
    boolean mayTryAgain() {
        FutureTask<V> work = flight.work();
        return !leads
                && work.state() == State.FAILED
                && !(work.exceptionNow() instanceof ImageFailure);
    }

    /// What the work has come to, once it has.
    ///
    /// @throws RuntimeException as the work
    V value() {
        FutureTask<V> work = flight.work();
        if (succeeded()) {
            return work.resultNow();
        }
        throw switch (work.exceptionNow()) {
            case RuntimeException failure -> failure;
            case InterruptedException _ -> new CancellationException("nobody was left");
            case Throwable defect -> new IllegalStateException("the work failed", defect);
        };
    }

    /// Keeps others from boarding; those on board stay.
    void retire() {
        flight.retire();
    }

    /// A further one, for somebody else.
    Seat<V> another() {
        return flight.seat(false);
    }

    /// @param then run once, when it is closed
    void onClose(Runnable then) {
        onClose = then;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            flight.leave();
            onClose.run();
        }
    }

    private boolean hasLandedIn(long nanos) throws InterruptedException {
        try {
            flight.work().get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        }
    }
}

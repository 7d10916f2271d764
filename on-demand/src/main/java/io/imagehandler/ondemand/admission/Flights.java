package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Lets all who want the same at the same time share one piece of work, its *flight*.
///
/// The work runs on a virtual thread of its own, so that whoever leaves leaves the others alone.
/// Once nobody is left, work that has not committed itself is interrupted. What it comes to is kept
/// as long as anybody has a seat: who boards meanwhile is given the same, if it is still current.
///
/// If the work fails because of the service, the one who began it is told so, and one of the others
/// tries once more for all of these. A refusal, which would only come again, is shared, and given
/// to others for [Flight#MEMORY] more.
///
/// Safe for use by many threads.
///
/// @param <K> what names the work
/// @param <V> what it comes to
public final class Flights<K, V> {

    private final Map<K, Flight<V>> flights = new HashMap<>();
    private final LongAdder joined = new LongAdder();
    private final LongAdder gone = new LongAdder();
    private final Cargo<V> cargo;

    public Flights(Cargo<V> cargo) {
        this.cargo = cargo;
    }

    /// What is to be known of what flights come to.
    public interface Cargo<V> {

        /// Whether it may be given to those who ask now.
        boolean isCurrent(V value);

        /// Told once, when nobody has a seat any more.
        default void discard(V value) {}
    }

    /// What is done for all on board.
    @FunctionalInterface
    public interface Work<V> {

        /// @param flight to commit itself, and to say where it is
        /// @throws InterruptedException if nobody wants it any more
        V run(Flight<V> flight) throws InterruptedException;
    }

    /// How somebody waits for what a flight comes to.
    @FunctionalInterface
    interface Wait<X extends Exception> {
        void until(Seat<?> seat) throws X;
    }

    /// What the work comes to.
    ///
    /// @param work is done only if no other is under way
    /// @throws ClientGone if the client left
    /// @throws ServiceFailure if the deadline passed, or as the work
    /// @throws ImageFailure as the work
    public V get(K key, Passenger passenger, Work<V> work) {
        try (Seat<V> seat = open(key, work, one -> one.awaitLanding(passenger))) {
            return seat.value();
        } catch (ClientGone left) {
            gone.increment();
            throw left;
        }
    }

    /// A seat in a flight that has landed, whatever it came to. To be closed.
    ///
    /// @throws X as `wait`
    <X extends Exception> Seat<V> open(K key, Work<V> work, Wait<X> wait) throws X {
        boolean again = false;
        while (true) {
            Seat<V> seat = board(key, work);
            boolean taken = false;
            try {
                boolean wasThere = seat.hasLanded();
                wait.until(seat);
                boolean retry = !again && seat.mayTryAgain();
                taken = !retry && !(wasThere && isOutdated(seat));
                if (taken) {
                    return seat;
                }
                again |= retry;
            } finally {
                if (!taken) {
                    seat.close();
                }
            }
        }
    }

    /// Whether there is such a flight now, which one could share.
    public boolean has(K key) {
        synchronized (flights) {
            return flights.containsKey(key);
        }
    }

    /// How many shared a piece of work that another had begun.
    public long joined() {
        return joined.sum();
    }

    /// How many left before they were served, because their clients did.
    public long gone() {
        return gone.sum();
    }

    /// How many flights there are now, landed ones that are kept included.
    int size() {
        synchronized (flights) {
            return flights.size();
        }
    }

    private Seat<V> board(K key, Work<V> work) {
        synchronized (flights) {
            Flight<V> underWay = flights.get(key);
            if (underWay != null) {
                joined.increment();
                return underWay.seat(false);
            }
            var flight = new Flight<V>(flights, key, work, cargo::discard);
            flights.put(key, flight);
            Seat<V> seat = flight.seat(true);
            flight.begin();
            return seat;
        }
    }

    private boolean isOutdated(Seat<V> seat) {
        boolean outdated = seat.succeeded() && !cargo.isCurrent(seat.value());
        if (outdated) {
            seat.retire();
        }
        return outdated;
    }
}

package io.imagehandler.ondemand.admission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Who renders, who may wait for a slot, and for whom there is no hope.
///
/// Those who wait are served in their order, as long as all of them can be served in time. One that
/// by what renderings took lately cannot get a slot before its patience ends is refused at once,
/// and so makes room for a newer one, which can still be served. Nobody is let in who could not be
/// served in time even if he were ready now.
///
/// Beside the slots there is one more for those of the small lane, which thus need not wait until a
/// large one is done. It is taken only while all slots are: the processors are shared for a few
/// milliseconds then, and none is kept free for anybody.
///
/// Bookkeeping without clock or threads: who uses it says what time it is, in nanoseconds of any
/// origin, and holds a lock.
final class Line {

    /// Requests that are fetching or waiting, for each one that renders.
    private static final int WAITING_PER_SLOT = 2;

    /// What the newest rendering counts for in the estimate, as one part of so many.
    private static final int WEIGHT = 8;

    private final int slots;
    private final long patience;
    private final List<Ticket> fetching = new ArrayList<>();
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final List<Ticket> rendering = new ArrayList<>();
    private @Nullable Ticket aside;
    private long estimate;
    private long hopeless;

    /// @param slots how many render at a time, at least 1
    /// @param patience how long one may wait for a slot, in nanoseconds
    Line(int slots, long patience) {
        this.slots = slots;
        this.patience = patience;
    }

    /// Lets somebody in who is about to fetch what he wants to have rendered; nobody, if there is
    /// no place or no hope.
    Optional<Ticket> enter(long now) {
        settle(now);
        if (isFull()) {
            return Optional.empty();
        }
        if (isTooLong(now)) {
            hopeless++;
            return Optional.empty();
        }
        var ticket = new Ticket();
        fetching.add(ticket);
        return Optional.of(ticket);
    }

    /// Whether nobody would be let in.
    boolean isClosed(long now) {
        return isFull() || isTooLong(now);
    }

    private boolean isTooLong(long now) {
        return startOfNext(now) - now > patience;
    }

    private boolean isFull() {
        return depth() + rendering() >= slots * (1 + WAITING_PER_SLOT);
    }

    /// He has what he needs but a slot. He may get one at once, or be refused at once.
    ///
    /// @param patience how long he will wait, in nanoseconds
    void ready(Ticket ticket, Lane lane, long patience, long now) {
        if (fetching.remove(ticket)) {
            ticket.lane = lane;
            ticket.latestStart = now + patience;
            waiting.addLast(ticket);
            settle(now);
        }
    }

    /// Gives back the place or the slot, if there still is one to give back.
    void leave(Ticket ticket, long now) {
        fetching.remove(ticket);
        waiting.remove(ticket);
        if (ticket.equals(aside)) {
            aside = null;
        }
        if (rendering.remove(ticket)) {
            long took = now - ticket.started;
            estimate += estimate == 0 ? took : (took - estimate) / WEIGHT;
        }
        settle(now);
    }

    /// How many are rendering.
    int rendering() {
        return rendering.size() + (aside == null ? 0 : 1);
    }

    /// How many have a place but no slot.
    int depth() {
        return fetching.size() + waiting.size();
    }

    /// How many were refused because there was no hope.
    long hopeless() {
        return hopeless;
    }

    private void settle(long now) {
        while (rendering.size() < slots && !waiting.isEmpty()) {
            Ticket next = waiting.removeFirst();
            rendering.add(next);
            next.start(now);
        }
        if (aside == null) {
            startOneAside(now);
        }
        refuseTheHopeless(now);
    }

    private void startOneAside(long now) {
        Optional<Ticket> small =
                waiting.stream().filter(ticket -> ticket.lane == Lane.SMALL).findFirst();
        if (small.isPresent()) {
            aside = small.get();
            waiting.remove(aside);
            aside.start(now);
        }
    }

    private void refuseTheHopeless(long now) {
        PriorityQueue<Long> free = freeTimes(now);
        for (Iterator<Ticket> line = waiting.iterator(); line.hasNext(); ) {
            Ticket ticket = line.next();
            long start = free.element();
            if (start > ticket.latestStart && ticket.lane == Lane.ANY) {
                line.remove();
                ticket.state = Ticket.State.REFUSED;
                hopeless++;
            } else {
                free.remove();
                free.add(start + estimate);
            }
        }
    }

    /// When one who came after everybody here would get a slot.
    private long startOfNext(long now) {
        PriorityQueue<Long> free = freeTimes(now);
        for (int ahead = fetching.size() + waiting.size(); ahead > 0; ahead--) {
            free.add(free.remove() + estimate);
        }
        return free.element();
    }

    /// When each slot will be free. One whose rendering takes longer than estimated may be so any
    /// moment.
    private PriorityQueue<Long> freeTimes(long now) {
        var free = new PriorityQueue<Long>();
        rendering.forEach(ticket -> free.add(Math.max(now, ticket.started + estimate)));
        while (free.size() < slots) {
            free.add(now);
        }
        return free;
    }

    /// A place in the line. To be looked at under the lock of the line.
    static final class Ticket {

        private State state = State.WAITING;
        private Lane lane = Lane.ANY;
        private long latestStart;
        private long started;

        enum State {
            WAITING,
            RENDERING,
            REFUSED
        }

        State state() {
            return state;
        }

        private void start(long now) {
            started = now;
            state = State.RENDERING;
        }
    }
}

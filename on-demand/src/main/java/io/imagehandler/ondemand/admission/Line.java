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
/// Where all places are taken, a few more may stand at the door, for whom by what renderings took
/// lately there will be a place in a moment, and come in one after the other: a service that
/// falters for a tenth of a second refuses nobody for it.
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

    private final int slots;
    private final int places;
    private final long patience;
    private final Doorstep door;
    private final List<Ticket> fetching = new ArrayList<>();
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private final List<Ticket> rendering = new ArrayList<>();
    private final Pace pace = new Pace();
    private @Nullable Ticket aside;
    private long hopeless;

    /// @param slots how many render at a time, at least 1
    /// @param patience how long one may wait for a slot, in nanoseconds
    /// @param moment how soon there must be a place for one to stand at the door, in nanoseconds
    Line(int slots, long patience, long moment) {
        this.slots = slots;
        this.patience = patience;
        this.places = slots * (1 + WAITING_PER_SLOT);
        this.door = new Doorstep(slots, places, moment);
    }

    /// Lets somebody in who is about to fetch what he wants to have rendered, or has him stand at
    /// the door if all places are taken; nobody, if there is no room even there, or no hope.
    ///
    /// @param moved told, under the lock, when that or something later changes for him
    Optional<Ticket> enter(Runnable moved, long now) {
        if (refuses(now)) {
            return Optional.empty();
        }
        var ticket = new Ticket(moved);
        door.add(ticket);
        settle(now);
        return Optional.of(ticket);
    }

    /// Whether it would refuse one who came now; it counts as if he had come.
    boolean refuses(long now) {
        settle(now);
        boolean closed = isClosed(now);
        if (closed && !isFull(now)) {
            hopeless++;
        }
        return closed;
    }

    /// Whether nobody would be let in, or to the door.
    boolean isClosed(long now) {
        return isFull(now) || startOfNext(now) - now > patience;
    }

    private boolean isFull(long now) {
        return !hasPlace() && !door.hasRoom(pace.estimate() / slots, now);
    }

    private boolean hasPlace() {
        return depth() + rendering() < places;
    }

    /// He has what he needs but a slot. He may get one at once, or be refused at once.
    ///
    /// @param patience how long he will wait, in nanoseconds
    void ready(Ticket ticket, Lane lane, long patience, long now) {
        if (fetching.remove(ticket)) {
            ticket.ready(lane, now + patience);
            waiting.addLast(ticket);
            settle(now);
        }
    }

    /// He has rendered, and gives the slot back. What comes after him is expected to take as long.
    void end(Ticket ticket, long now) {
        if (rendering.contains(ticket)) {
            pace.took(now - ticket.started());
        }
        leave(ticket, now);
    }

    /// Gives back the place or the slot, if there still is one to give back.
    void leave(Ticket ticket, long now) {
        if (fetching.remove(ticket) || waiting.remove(ticket) || rendering.remove(ticket)) {
            door.wasHeld(ticket, now);
        }
        door.leave(ticket);
        if (ticket.equals(aside)) {
            aside = null;
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
        while (hasPlace() && !door.isEmpty()) {
            fetching.add(door.admit(now));
        }
    }

    private void startOneAside(long now) {
        waiting.stream()
                .filter(ticket -> ticket.lane() == Lane.SMALL)
                .findFirst()
                .ifPresent(small -> {
                    waiting.remove(small);
                    aside = small;
                    small.start(now);
                });
    }

    private void refuseTheHopeless(long now) {
        PriorityQueue<Long> free = freeTimes(now);
        for (Iterator<Ticket> line = waiting.iterator(); line.hasNext(); ) {
            Ticket ticket = line.next();
            long start = free.element();
            if (start > ticket.latestStart() && ticket.lane() == Lane.ANY) {
                line.remove();
                ticket.refuse();
                hopeless++;
            } else {
                free.remove();
                free.add(start + pace.estimate());
            }
        }
    }

    /// When one who came after everybody here would get a slot.
    private long startOfNext(long now) {
        PriorityQueue<Long> free = freeTimes(now);
        for (int ahead = door.size() + depth(); ahead > 0; ahead--) {
            free.add(free.remove() + pace.estimate());
        }
        return free.element();
    }

    /// When each slot will be free. One whose rendering takes longer than estimated may be so any
    /// moment.
    private PriorityQueue<Long> freeTimes(long now) {
        var free = new PriorityQueue<Long>();
        rendering.forEach(ticket -> free.add(Math.max(now, ticket.started() + pace.estimate())));
        while (free.size() < slots) {
            free.add(now);
        }
        return free;
    }
}

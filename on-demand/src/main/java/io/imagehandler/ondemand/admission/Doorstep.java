package io.imagehandler.ondemand.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/// Those who stand at the door since all places are taken. They hold nothing.
///
/// Only he may stand there for whom, by what renderings took lately and by how long places were
/// held, there will be a place in a moment: nearly nobody stands in vain, and so nearly every
/// refusal is fast. Not safe for use by many threads.
final class Doorstep {

    /// How many stand here, for each one that renders.
    private static final int STANDING_PER_SLOT = 6;

    /// For how many moments no place may have become free, however many slots there are, or may
    /// become free by how long places were held. More than one, since that counts the time for
    /// which S3 was waited for, and falters with a process that has just begun.
    private static final int LONGEST_CLOSED = 2;

    private final Deque<Ticket> standing = new ArrayDeque<>();
    private final int slots;
    private final int places;
    private final long moment;
    private final Pace held = new Pace();
    private long lastAdmission;

    /// @param slots how many render at a time
    /// @param places how many there are behind the door, those who render among them
    /// @param moment how long there may be no place, in nanoseconds
    Doorstep(int slots, int places, long moment) {
        this.slots = slots;
        this.places = places;
        this.moment = moment;
    }

    /// Whether one more may stand here.
    ///
    /// @param rendering how often one ends, by what they took lately: every so many nanoseconds
    boolean hasRoom(long rendering, long now) {
        int ahead = standing.size();
        long closed = now - lastAdmission;
        // While no place becomes free, renderings are not as fast as they were, or S3 is not.
        long each = Math.max(rendering, closed / slots);
        return ahead < slots * STANDING_PER_SLOT
                && each * (ahead + 1) <= moment
                && held.estimate() / places * (ahead + 1) <= LONGEST_CLOSED * moment
                && closed <= LONGEST_CLOSED * moment;
    }

    boolean isEmpty() {
        return standing.isEmpty();
    }

    int size() {
        return standing.size();
    }

    void add(Ticket ticket) {
        standing.addLast(ticket);
    }

    /// Gives a place to the one who has stood here longest.
    ///
    /// @throws java.util.NoSuchElementException if nobody stands here
    Ticket admit(long now) {
        Ticket next = standing.removeFirst();
        next.admit(now);
        lastAdmission = now;
        return next;
    }

    /// A place was held until now. Where S3 is slow, that is far longer than renderings take.
    void wasHeld(Ticket ticket, long now) {
        held.took(now - ticket.admitted());
    }

    void leave(Ticket ticket) {
        standing.remove(ticket);
    }
}

package io.imagehandler.ondemand.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/// Those who stand at the door since all places are taken. They hold nothing.
///
/// Only he may stand there for whom, by what renderings took lately, there will be a place in a
/// moment: nearly nobody stands in vain, and so nearly every refusal is fast. Not safe for use by
/// many threads.
final class Doorstep {

    /// How many stand here, for each one that renders.
    private static final int STANDING_PER_SLOT = 6;

    /// For how many moments no place may have become free, however many slots there are.
    private static final int LONGEST_CLOSED = 2;

    private final Deque<Ticket> standing = new ArrayDeque<>();
    private final int slots;
    private final long moment;

    /// @param slots how many render at a time
    /// @param moment how long there may be no place, in nanoseconds
    Doorstep(int slots, long moment) {
        this.slots = slots;
        this.moment = moment;
    }

    /// Whether one more may stand here.
    ///
    /// @param rendering how long a rendering takes, by those of lately, in nanoseconds
    /// @param closed for how long no place has become free, in nanoseconds: while none does,
    ///   renderings are not as fast as they were, or S3 is not
    boolean hasRoom(long rendering, long closed) {
        int ahead = standing.size();
        return ahead < slots * STANDING_PER_SLOT
                && Math.max(rendering, closed) * (ahead + 1) / slots <= moment
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

    /// The one who has stood here longest, who leaves.
    ///
    /// @throws java.util.NoSuchElementException if nobody stands here
    Ticket next() {
        return standing.removeFirst();
    }

    void leave(Ticket ticket) {
        standing.remove(ticket);
    }
}

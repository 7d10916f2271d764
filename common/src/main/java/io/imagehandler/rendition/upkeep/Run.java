package io.imagehandler.rendition.upkeep;

import java.time.Instant;

/// How far one that goes through a whole store has come.
///
/// @param what it was asked to do, in words that are equal exactly if the same was asked
/// @param state how it stands
/// @param position where it goes on; empty: at the beginning
/// @param total how many originals there are; -1 if nobody has counted them
/// @param done how many of them it is through with
/// @param sent how many jobs it has sent
/// @param begun when it began, for the first time
public record Run(
        String what,
        State state,
        String position,
        long total,
        long done,
        long sent,
        Instant begun) {

    /// How a run stands.
    public enum State {
        /// At work, or cut off.
        UNFINISHED,
        /// Somebody has said that it is not to go on.
        CANCELLED,
        /// At its end.
        FINISHED
    }

    /// At its beginning.
    public static Run begin(String what, long total, Instant now) {
        return new Run(what, State.UNFINISHED, "", total, 0, 0, now);
    }

    /// So much further.
    public Run at(String next, long moreDone, long moreSent) {
        return new Run(what, state, next, total, done + moreDone, sent + moreSent, begun);
    }

    /// The same as it stands now.
    public Run as(State other) {
        return new Run(what, other, position, total, done, sent, begun);
    }

    /// Whether it waits for somebody who goes on with it.
    public boolean isUnfinished() {
        return state == State.UNFINISHED;
    }
}

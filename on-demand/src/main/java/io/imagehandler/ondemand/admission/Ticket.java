package io.imagehandler.ondemand.admission;

/// Where somebody is in the [Line]. To be looked at under the lock of the line, which alone changes
/// it. Times are in nanoseconds of the line's clock.
final class Ticket {

    private final Runnable moved;
    private State state = State.STANDING;
    private Lane lane = Lane.ANY;
    private long admitted;
    private long latestStart;
    private long started;

    enum State {
        /// At the door, without a place.
        STANDING,
        /// With a place, for the original first and then for a slot.
        WAITING,
        RENDERING,
        REFUSED
    }

    /// @param moved told, under the lock, that the state has changed
    Ticket(Runnable moved) {
        this.moved = moved;
    }

    State state() {
        return state;
    }

    Lane lane() {
        return lane;
    }

    /// When he was given his place.
    long admitted() {
        return admitted;
    }

    /// When it is too late for him to begin.
    long latestStart() {
        return latestStart;
    }

    /// When his rendering began.
    long started() {
        return started;
    }

    void ready(Lane lane, long latestStart) {
        this.lane = lane;
        this.latestStart = latestStart;
    }

    void admit(long now) {
        admitted = now;
        move(State.WAITING);
    }

    void start(long now) {
        started = now;
        move(State.RENDERING);
    }

    void refuse() {
        move(State.REFUSED);
    }

    private void move(State next) {
        state = next;
        moved.run();
    }
}

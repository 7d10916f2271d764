package io.imagehandler.ondemand.admission;

/// Where somebody is in the [Line]. To be looked at under the lock of the line, which alone changes
/// it. Times are in nanoseconds of the line's clock.
final class Ticket {

    private State state = State.STANDING;
    private Lane lane = Lane.ANY;
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

    State state() {
        return state;
    }

    Lane lane() {
        return lane;
    }

    /// When it is too late for him to begin.
    long latestStart() {
        return latestStart;
    }

    /// When his rendering began.
    long started() {
        return started;
    }

    void admit() {
        state = State.WAITING;
    }

    void ready(Lane lane, long latestStart) {
        this.lane = lane;
        this.latestStart = latestStart;
    }

    void start(long now) {
        started = now;
        state = State.RENDERING;
    }

    void refuse() {
        state = State.REFUSED;
    }
}

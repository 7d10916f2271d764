package io.imagehandler.engine.vips;

import io.imagehandler.engine.Countdown;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Stops one rendering when its time is up.
///
/// libvips makes pixels only when something reads them, on threads of its own, and stops where it
/// comes to a picture that is marked as killed: so all pictures of the rendering are, for one alone
/// may be read only once in a long while. Encoders that have got all pixels, and decoders that give
/// none before they have got all, cannot be stopped.
///
/// Belongs to the thread that renders; only [#look] is for another one, at any time.
final class Watch {

    private final LibVips c;
    private final Countdown countdown;
    private final ReentrantLock lock = new ReentrantLock();

    /// How many references we hold to which VipsImage.
    private final Map<Long, Integer> pictures = new HashMap<>();

    private boolean reading;
    private boolean stopped;

    Watch(LibVips c, Countdown countdown) {
        this.c = c;
        this.countdown = countdown;
    }

    /// Of what is no rendering.
    static Watch idle(LibVips c) {
        return new Watch(c, new Countdown(Duration.ofDays(1), System::nanoTime, () -> 1));
    }

    Countdown countdown() {
        return countdown;
    }

    /// Watches over a VipsImage until [#release] is called for it.
    void keep(MemorySegment picture) {
        lock.lock();
        try {
            pictures.merge(picture.address(), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    /// Gives our reference to the VipsImage back.
    void release(MemorySegment picture) {
        lock.lock();
        try {
            pictures.compute(
                    picture.address(),
                    (_, count) -> count == null || count == 1 ? null : count - 1);
        } finally {
            lock.unlock();
        }
        c.gObjectUnref(picture);
    }

    /// Does something that may make all pixels of a picture.
    ///
    /// @throws io.imagehandler.failure.TooSlow if the time is up already
    /// @throws VipsFailure as `action`, also because it was stopped
    <T> T reading(Supplier<T> action) {
        countdown.check();
        turn(true);
        try {
            return action.get();
        } finally {
            turn(false);
        }
    }

    /// Stops the reading if there is one and its time is up; it then fails in [#reading].
    void look() {
        lock.lock();
        try {
            if (reading && !stopped && countdown.isOver()) {
                stop(1);
                stopped = true;
            }
        } finally {
            lock.unlock();
        }
    }

    private void turn(boolean nowReading) {
        lock.lock();
        try {
            reading = nowReading;
            if (stopped) {
                // The reading may have ended just before, and the pictures be read again.
                stop(0);
                stopped = false;
            }
        } finally {
            lock.unlock();
        }
    }

    private void stop(int kill) {
        // What the arena of the rendering's thread knows as its own, no other thread may touch.
        pictures.keySet()
                .forEach(address -> c.vipsImageSetKill(MemorySegment.ofAddress(address), kill));
    }
}

package io.imagehandler.worker.upkeep;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// That somebody wants it to stop. Safe for use by many threads.
public final class Halt {

    private final CountDownLatch asked = new CountDownLatch(1);

    /// Stop at the next good place.
    public void ask() {
        asked.countDown();
    }

    /// Whether to stop.
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /// Waits, but no longer than until it is to stop.
    ///
    /// @return whether to go on
    public boolean pause(Duration time) {
        try {
            return !asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            asked.countDown();
            return false;
        }
    }
}

package io.imagehandler.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Says what is being started, so that nobody takes a slow start for none.
final class Progress {

    private static final int SECONDS_OF_SILENCE = 5;

    private final Instant begin = Instant.now();

    /// Something that takes its time.
    @FunctionalInterface
    interface Wait {
        void end() throws InterruptedException;
    }

    void say(String what) {
        IO.println("%5.1f s  %s".formatted(seconds(), what));
    }

    /// Waits, and says so every five seconds.
    void waitingFor(String what, Wait wait) throws InterruptedException {
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var ticks =
                    clock.scheduleAtFixedRate(
                            () -> IO.println("%5.1f s  waiting for %s".formatted(seconds(), what)),
                            SECONDS_OF_SILENCE,
                            SECONDS_OF_SILENCE,
                            TimeUnit.SECONDS);
            try {
                wait.end();
            } finally {
                ticks.cancel(false);
            }
        }
        IO.println("%5.1f s  ready".formatted(seconds()));
    }

    private double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}

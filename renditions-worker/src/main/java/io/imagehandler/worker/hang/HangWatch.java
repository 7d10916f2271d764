package io.imagehandler.worker.hang;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Overseer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Notices a rendering that goes on after the engine should have given it up: nothing can stop it
/// but the end of its process. Safe for use by many threads.
public final class HangWatch implements Overseer, AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Duration limit;
    private final Duration grace;
    private final Consumer<OriginalKey> hang;
    private volatile boolean hung;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hang-watch").factory());

    /// @param limit how long the engine takes for one picture, by the processor's time; by the
    ///   clock up to twice that, see [io.imagehandler.engine.Countdown], if it says nothing else
    /// @param hang is told of the first that hangs
    public HangWatch(Duration limit, Consumer<OriginalKey> hang) {
        this(limit, GRACE, hang);
    }

    HangWatch(Duration limit, Duration grace, Consumer<OriginalKey> hang) {
        this.limit = limit;
        this.grace = grace;
        this.hang = hang;
    }

    @Override
    public Watching over(OriginalKey key) {
        return new Alarm(key);
    }

    /// Whether a rendering hangs, so that this process must be replaced.
    public boolean isHung() {
        return hung;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private final class Alarm implements Watching {

        private final OriginalKey key;
        private ScheduledFuture<?> alarm;

        private Alarm(OriginalKey key) {
            this.key = key;
            this.alarm = after(limit.multipliedBy(2));
        }

        @Override
        public void allow(Duration longest) {
            close();
            alarm = after(longest);
        }

        @Override
        public void close() {
            alarm.cancel(false);
        }

        private ScheduledFuture<?> after(Duration longest) {
            long millis = longest.plus(grace).toMillis();
            return timer.schedule(() -> hangs(key), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void hangs(OriginalKey key) {
        if (!hung) {
            hung = true;
            hang.accept(key);
        }
    }
}

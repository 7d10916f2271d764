package io.imagehandler.ondemand.admission;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows what is being rendered, and since when. What has passed its deadline by more than [#GRACE]
/// is taken for hung: native code cannot be stopped, only its process can be replaced.
///
/// Safe for use by many threads.
public final class Watchdog implements AutoCloseable {

    /// What a rendering is given beyond its deadline.
    public static final Duration GRACE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Set<Rendering> renderings = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watchdog").factory());
    private final LongSupplier clock;

    public Watchdog() {
        this(System::nanoTime);
        Future<?> _ = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /// One that looks only when it is told to.
    ///
    /// @param clock in nanoseconds, as of [System#nanoTime]
    Watchdog(LongSupplier clock) {
        this.clock = clock;
    }

    /// Whether nothing has hung.
    public boolean live() {
        return renderings.stream().noneMatch(Rendering::hasHung);
    }

    /// Watches a rendering until it is closed.
    Rendering watch(String what, Deadline deadline) {
        var rendering = new Rendering(what, deadline, clock.getAsLong());
        renderings.add(rendering);
        return rendering;
    }

    /// Logs what has hung, each once.
    void look() {
        renderings.stream().filter(Rendering::hasHung).forEach(Rendering::report);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// One that is under way.
    final class Rendering implements AutoCloseable {

        private final AtomicBoolean reported = new AtomicBoolean();
        private final String what;
        private final Deadline deadline;
        private final long started;

        private Rendering(String what, Deadline deadline, long started) {
            this.what = what;
            this.deadline = deadline;
            this.started = started;
        }

        @Override
        public void close() {
            renderings.remove(this);
        }

        private boolean hasHung() {
            return clock.getAsLong() - deadline.nanoTime() > GRACE.toNanos();
        }

        private void report() {
            if (reported.compareAndSet(false, true)) {
                LOG.error(
                        "the rendering of {} hangs: it began {} ms ago",
                        what,
                        Duration.ofNanos(clock.getAsLong() - started).toMillis());
            }
        }
    }
}

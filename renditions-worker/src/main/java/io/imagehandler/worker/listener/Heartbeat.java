package io.imagehandler.worker.listener;

import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.worker.observation.WorkerMeters;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a message ours for as long as it is worked on, and its marker. A beat that is lost costs
/// nothing: there is another before the pass may write no more, and one more before the message
/// becomes visible.
public final class Heartbeat implements AutoCloseable {

    private static final int BEATS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Duration visibility;
    private final Duration interval;
    private final Attempts attempts;
    private final WorkerMeters meters;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    /// @param visibility how long a message stays ours after a beat
    public Heartbeat(Duration visibility, Attempts attempts, WorkerMeters meters) {
        this(visibility, visibility.dividedBy(BEATS), attempts, meters);
    }

    Heartbeat(Duration visibility, Duration interval, Attempts attempts, WorkerMeters meters) {
        this.visibility = visibility;
        this.interval = interval;
        this.attempts = attempts;
        this.meters = meters;
    }

    /// How old a lease may get: younger than the message's, by the time of a beat.
    Duration longestLease() {
        return visibility.multipliedBy(3).dividedBy(4);
    }

    /// Beats until it is closed.
    Beating start(Delivery delivery) {
        ScheduledFuture<?> beats =
                timer.scheduleAtFixedRate(
                        () -> beat(delivery),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> beats.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// A failure that is thrown here would end the beating.
    private void beat(Delivery delivery) {
        if (delivery.isGivenBack()) {
            return;
        }
        var _ = delivery.keep(visibility).exceptionally(this::lost);
        delivery.key().ifPresent(key -> Thread.startVirtualThread(() -> attempts.renew(key)));
    }

    private Void lost(Throwable failure) {
        meters.heartbeatFailed();
        LOG.warn("a heartbeat was lost: {}", failure.getMessage());
        return null;
    }

    /// A message that is kept ours.
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }
}

package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.Visibility;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a message ours for as long as it is worked on. A beat that is lost costs nothing: there
/// are two more before the message becomes visible, and a second worker does no harm.
public final class Heartbeat implements AutoCloseable {

    /// How long a message stays ours after a beat.
    public static final Duration VISIBILITY = Duration.ofMinutes(2);

    private static final Duration INTERVAL = Duration.ofSeconds(40);
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Duration interval;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());

    public Heartbeat() {
        this(INTERVAL);
    }

    Heartbeat(Duration interval) {
        this.interval = interval;
    }

    /// Beats until it is closed.
    Beating start(Visibility message) {
        ScheduledFuture<?> beats =
                timer.scheduleAtFixedRate(
                        () -> beat(message),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> beats.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void beat(Visibility message) {
        var _ =
                message.changeToAsync((int) VISIBILITY.toSeconds())
                        .exceptionally(failure -> {
                            LOG.warn("a heartbeat was lost: {}", failure.getMessage());
                            return null;
                        });
    }

    /// A message that is kept ours.
    interface Beating extends AutoCloseable {
        @Override
        void close();
    }
}

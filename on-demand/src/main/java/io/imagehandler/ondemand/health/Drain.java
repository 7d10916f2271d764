package io.imagehandler.ondemand.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The first part of the end: the service says that it is not ready, and serves on until every load
/// balancer must have noticed. Only then does the server stop. Safe for use by many threads.
public final class Drain implements SmartLifecycle {

    /// Stops before everything else, the web server with it.
    public static final int PHASE = DEFAULT_PHASE;

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean begun;
    private volatile boolean running;

    /// @param time from being told to end to doing so
    public Drain(Duration time) {
        this.time = time;
    }

    /// Whether the service was told to end.
    public boolean hasBegun() {
        return begun;
    }

    /// Has the listener called once, when the service is told to end.
    void onBegin(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        begun = true;
        running = false;
    }

    @Override
    public void stop(Runnable callback) {
        begun = true;
        listeners.forEach(Runnable::run);
        LOG.info("told to end: not ready any more, serving on for {} s", time.toSeconds());
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    running = false;
                    callback.run();
                });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

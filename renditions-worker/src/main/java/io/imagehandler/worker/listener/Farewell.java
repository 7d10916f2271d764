package io.imagehandler.worker.listener;

import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/// The worker's end: from its first moment on nothing is begun; what the listener did not finish in
/// the time that it has for that is given back.
public final class Farewell implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private volatile boolean running;

    public Farewell(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        deliveries.end();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        deliveries.giveAllBack(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the listener, and before the clients that it needs.
    @Override
    public int getPhase() {
        return 0;
    }
}

package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.ServiceProcess.Signal;
import io.imagehandler.local.chaos.http.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Sees to it that there is a worker: one that has died, or says that it is not alive, is replaced,
/// as ECS does.
final class Keeper implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNAVAILABLE = 503;

    private final Workshop workshop;
    private final Launch launch;
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger replaced = new AtomicInteger();
    private final Thread watch;
    private volatile ServiceProcess worker;

    private Keeper(Workshop workshop, Launch launch, ServiceProcess worker) {
        this.workshop = workshop;
        this.launch = launch;
        this.worker = worker;
        this.watch = Thread.ofVirtual().unstarted(this::watch);
    }

    /// Starts one, and returns once it is ready.
    static Keeper of(Workshop workshop, Launch launch) throws IOException, InterruptedException {
        var keeper = new Keeper(workshop, launch, workshop.start(launch));
        keeper.watch.start();
        return keeper;
    }

    /// How many ended by themselves.
    int deaths() {
        return deaths.get();
    }

    /// How many said that they are not alive, and were ended.
    int replaced() {
        return replaced.get();
    }

    /// The present one, ready or not.
    ServiceProcess worker() {
        return worker;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                if (!worker.isAlive()) {
                    deaths.incrementAndGet();
                    worker = workshop.launch(launch);
                } else if (saysThatItIsDead()) {
                    replaced.incrementAndGet();
                    worker.send(Signal.KILL);
                    worker.awaitEnd(PATIENCE);
                    worker = workshop.launch(launch);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean saysThatItIsDead() {
        try (var client = new Client(worker.port(), PATIENCE)) {
            return client.get("/health/live").status() == UNAVAILABLE;
        } catch (IOException _) {
            return false; // it does not listen yet
        }
    }

    /// Ends the watch, and the worker.
    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        worker.close();
    }
}

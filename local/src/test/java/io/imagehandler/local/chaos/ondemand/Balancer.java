package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.http.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A load balancer as small as can be: asks `/health` of each target at an interval, and sends
/// requests in turn to those that are healthy. Safe for use by many threads.
final class Balancer implements AutoCloseable {

    /// How many answers in a row it takes to be believed: unhealthy by three, healthy by two.
    private static final int FAILURES = 3;

    private static final int SUCCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Target> targets = new CopyOnWriteArrayList<>();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Thread watch;

    Balancer(Duration interval) {
        this.watch = Thread.ofVirtual().start(() -> watch(interval));
    }

    private static final class Target {

        private final Client requests;
        private final Client health;
        private volatile boolean healthy;
        private int inARow;

        private Target(int port) {
            this.requests = new Client(port, PATIENCE);
            this.health = new Client(port, Duration.ofSeconds(2));
        }

        private void look() {
            inARow = ServiceProcess.isReady(health) == healthy ? 0 : inARow + 1;
            if (inARow >= (healthy ? FAILURES : SUCCESSES)) {
                healthy = !healthy;
                inARow = 0;
            }
        }

        private void close() {
            requests.close();
            health.close();
        }
    }

    /// Sends to it once it is healthy.
    void add(int port) {
        targets.add(new Target(port));
    }

    /// Looks no longer.
    void remove(int port) {
        var gone = targets.stream().filter(target -> target.requests.port() == port).toList();
        targets.removeAll(gone);
        for (var target : gone) {
            repeats.addAndGet(target.requests.repeats());
            target.close();
        }
    }

    long healthy() {
        return targets.stream().filter(target -> target.healthy).count();
    }

    /// How often a request was sent again since its kept connection was closed.
    long repeats() {
        return repeats.get()
                + targets.stream().mapToLong(target -> target.requests.repeats()).sum();
    }

    Answer get(String path) throws IOException {
        var healthy = targets.stream().filter(target -> target.healthy).toList();
        if (healthy.isEmpty()) {
            throw new IOException("no target is healthy");
        }
        return healthy.get((int) (turns.getAndIncrement() % healthy.size())).requests.get(path);
    }

    private void watch(Duration interval) {
        try {
            while (true) {
                targets.forEach(Target::look);
                Thread.sleep(interval);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // we are closing
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        targets.forEach(Target::close);
    }
}

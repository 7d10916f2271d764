package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.http.Client;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A load balancer as small as can be: asks `/health` of each target at an interval, and sends each
/// request to the healthy one that has the fewest to answer, as the one that is deployed does, or
/// in turn to those that have equally few. Safe for use by many threads.
final class Balancer implements AutoCloseable {

    /// How many answers in a row it takes to be believed: unhealthy by three, healthy by two.
    private static final int FAILURES = 3;

    private static final int SUCCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Target> targets = new CopyOnWriteArrayList<>();
    private final Queue<Miss> misses = new ConcurrentLinkedQueue<>();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Thread watch;

    Balancer(Duration interval) {
        this.watch = Thread.ofVirtual().start(() -> watch(interval));
    }

    private static final class Target {

        private final Client requests;
        private final Client health;
        private final AtomicInteger outstanding = new AtomicInteger();
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
        var target = next();
        var begin = Instant.now();
        target.outstanding.incrementAndGet();
        try {
            var answer = target.requests.get(path);
            if (answer.status() != 200) {
                misses.add(Miss.of(begin, target, path, answer));
            }
            return answer;
        } catch (IOException e) {
            misses.add(Miss.of(begin, target, path, e));
            throw e;
        } finally {
            target.outstanding.decrementAndGet();
        }
    }

    private Target next() throws IOException {
        var healthy = targets.stream().filter(target -> target.healthy).toList();
        var fewest = healthy.stream().mapToInt(target -> target.outstanding.get()).min();
        if (fewest.isEmpty()) {
            throw new IOException("no target is healthy");
        }
        var free =
                healthy.stream()
                        .filter(target -> target.outstanding.get() <= fewest.getAsInt())
                        .toList();
        var among = free.isEmpty() ? healthy : free; // they change while we look
        return among.get((int) (turns.getAndIncrement() % among.size()));
    }

    /// Those that were answered with anything but 200, or not at all.
    List<Miss> misses() {
        return List.copyOf(misses);
    }

    /// A request that failed.
    ///
    /// @param at when it was sent
    /// @param after so many milliseconds it had failed
    /// @param port of the target
    /// @param healthy whether the target was held for healthy when it had failed
    /// @param id of the request, for the log; empty if there was no answer
    /// @param what was answered, or why nothing was
    record Miss(Instant at, long after, int port, boolean healthy, String id, String what) {

        private static Miss of(Instant at, Target target, String path, Answer answer) {
            var what =
                    "%s: %d, Retry-After %s, %s"
                            .formatted(
                                    path,
                                    answer.status(),
                                    answer.field("Retry-After").orElse("none"),
                                    answer.text());
            return of(at, target, answer.field("X-Request-Id").orElse(""), what);
        }

        private static Miss of(Instant at, Target target, String path, IOException failure) {
            return of(at, target, "", path + ": " + failure);
        }

        private static Miss of(Instant at, Target target, String id, String what) {
            return new Miss(
                    at,
                    Duration.between(at, Instant.now()).toMillis(),
                    target.requests.port(),
                    target.healthy,
                    id,
                    what);
        }
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

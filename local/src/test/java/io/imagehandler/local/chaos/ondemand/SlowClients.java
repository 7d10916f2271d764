package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.http.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/// Clients that keep a server busy with next to nothing, each on a connection of its own. They end
/// when this is closed.
final class SlowClients implements AutoCloseable {

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BYTES_READ = 1024;
    private static final int ROOM = 4096;

    /// Between two that begin, so that they are not all lost in the queue of the socket.
    private static final Duration STAGGER = Duration.ofMillis(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Duration> cutOff = new ConcurrentLinkedQueue<>();

    /// So many that send the head of a request, a byte a second, and never get to its end.
    void send(int port, int count) throws InterruptedException {
        for (var number = 0; number < count; number++) {
            var _ = threads.submit(() -> drip(port));
            Thread.sleep(STAGGER);
        }
    }

    /// So many that read what they asked for, 1 KB a second.
    void read(int port, int count, IntFunction<String> path) throws InterruptedException {
        for (var number = 0; number < count; number++) {
            var mine = path.apply(number);
            var _ = threads.submit(() -> sip(port, mine));
            Thread.sleep(STAGGER);
        }
    }

    /// How long each sender lived that the server has cut off, from its first byte.
    List<Duration> cutOff() {
        return List.copyOf(cutOff);
    }

    private Void drip(int port) throws IOException {
        // Waiting for an answer for a second is the pace.
        try (var connection = Connection.to(port, PACE)) {
            var begin = System.nanoTime();
            connection.sendRaw("GET / HTTP/1.1\r\nHost: slow\r\nSlow: ");
            while (!over.get()) {
                if (isAnswered(connection)) {
                    cutOff.add(Duration.ofNanos(System.nanoTime() - begin));
                    return null;
                }
            }
            return null;
        }
    }

    private static boolean isAnswered(Connection connection) {
        try {
            connection.sendRaw("x");
            var _ = connection.read();
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true; // it was reset
        }
    }

    private Void sip(int port, String path) throws IOException, InterruptedException {
        try (var connection = Connection.to(port, PATIENCE, ROOM)) {
            connection.send("GET", path, List.of());
            while (!over.get()) {
                for (var left = BYTES_READ; left > 0; left--) {
                    if (connection.read() < 0) {
                        return null;
                    }
                }
                Thread.sleep(PACE);
            }
            return null;
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
        threads.close();
    }
}

package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Load on a server from this process.
public final class Clients implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build();

    /// What came of a load.
    ///
    /// @param millis how long each answer took that was a picture, in rising order
    /// @param refused how many were not
    public record Latencies(List<Double> millis, int refused) {

        /// @param share 0 to 1
        public double percentile(double share) {
            return millis.isEmpty()
                    ? Double.NaN
                    : millis.get(Math.min(millis.size() - 1, (int) (share * millis.size())));
        }
    }

    /// So many requests by so many clients, each of which asks again once it is answered.
    public Latencies closed(int clients, int requests, IntFunction<URI> target) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var refused = new AtomicInteger();
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        ask(target.apply(i), System.nanoTime(), millis, refused);
                    }
                });
            }
        }
        return latencies(millis, refused);
    }

    /// Requests that come when they are due, whether or not earlier ones were answered; latency
    /// counts from then.
    public Latencies open(double perSecond, int requests, IntFunction<URI> target) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var refused = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                long due = begin + (long) (i * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                URI uri = target.apply(i);
                threads.execute(() -> ask(uri, due, millis, refused));
            }
        }
        return latencies(millis, refused);
    }

    /// Returns once a GET is answered 200.
    ///
    /// @throws IOException if the process ends instead, or it takes more than 2 minutes
    static void awaitReady(URI uri, ProcessHandle process)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (var clients = new Clients()) {
            while (clients.status(uri) != 200) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("nothing answers at " + uri);
                }
                Thread.sleep(100);
            }
        }
    }

    /// The file at an address.
    ///
    /// @throws IOException if there is none
    public byte[] picture(URI uri) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " is answered " + answer.statusCode());
        }
        return answer.body();
    }

    private void ask(
            URI uri, long due, ConcurrentLinkedQueue<Double> millis, AtomicInteger refused) {
        try {
            if (status(uri) == 200) {
                millis.add((System.nanoTime() - due) / 1e6);
            } else {
                refused.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// 0 if there is no answer.
    private int status(URI uri) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private static Latencies latencies(
            ConcurrentLinkedQueue<Double> millis, AtomicInteger refused) {
        return new Latencies(millis.stream().sorted().toList(), refused.get());
    }

    @Override
    public void close() {
        http.close();
    }
}

package io.imagehandler.local.chaos.load;

import io.imagehandler.local.chaos.http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/// Asks one thing after the other, each on a virtual thread.
public final class Load {

    private static final double SECOND = 1e9;

    private Load() {}

    /// What is asked.
    @FunctionalInterface
    public interface Asking {

        /// @param number 0 for the first request of a load, then 1 and so on
        Answer ask(long number) throws IOException;
    }

    /// Requests that come when they are due, whether or not earlier ones were answered, as those of
    /// many visitors do. Latency counts from when a request was due, so that none hides behind a
    /// slow one before it. The time between two varies by up to a half; the seed is fixed.
    public static Shots open(double perSecond, Duration time, Asking asking)
            throws InterruptedException {
        var count = Math.max(1, Math.round(perSecond * time.toNanos() / SECOND));
        return new Shots(open(perSecond, number -> number >= count, asking).all(), time);
    }

    /// The same until somebody says that it is over.
    public static Shots openUntil(double perSecond, BooleanSupplier over, Asking asking)
            throws InterruptedException {
        return open(perSecond, _ -> over.getAsBoolean(), asking);
    }

    private static Shots open(double perSecond, LongPredicate over, Asking asking)
            throws InterruptedException {
        var shots = new ConcurrentLinkedQueue<Shot>();
        var random = new Random(1);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0L; !over.test(number); number++) {
                var due = (long) ((number + random.nextDouble() / 2) * SECOND / perSecond);
                awaitDue(begin + due);
                var mine = number;
                threads.execute(() -> shots.add(shot(begin, due, mine, asking)));
            }
        }
        return new Shots(shots.stream().toList(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /// So many clients, each of which asks again once it is answered.
    public static Shots closed(int clients, Duration time, Asking asking)
            throws InterruptedException {
        var shots = new ConcurrentLinkedQueue<Shot>();
        var numbers = new AtomicLong();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                threads.execute(
                        () -> askUntil(begin + time.toNanos(), begin, numbers, asking, shots));
            }
        }
        return new Shots(shots.stream().toList(), time);
    }

    /// So many requests, all at once.
    public static Shots together(int count, Asking asking) throws InterruptedException {
        var shots = new ConcurrentLinkedQueue<Shot>();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .forEach(number ->
                            threads.execute(() -> shots.add(shot(begin, 0, number, asking))));
        }
        return new Shots(shots.stream().toList(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /// So many requests by so many clients, each of which asks again once it is answered.
    public static Shots inTurn(int count, int clients, Asking asking) throws InterruptedException {
        var shots = new ConcurrentLinkedQueue<Shot>();
        var numbers = new AtomicLong();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                threads.execute(() -> askUpTo(count, begin, numbers, asking, shots));
            }
        }
        return new Shots(shots.stream().toList(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void askUntil(
            long end, long begin, AtomicLong numbers, Asking asking, Queue<Shot> shots) {
        for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
            shots.add(shot(begin, now - begin, numbers.getAndIncrement(), asking));
        }
    }

    private static void askUpTo(
            int count, long begin, AtomicLong numbers, Asking asking, Queue<Shot> shots) {
        for (var next = numbers.getAndIncrement(); next < count; next = numbers.getAndIncrement()) {
            shots.add(shot(begin, System.nanoTime() - begin, next, asking));
        }
    }

    private static Shot shot(long begin, long due, long number, Asking asking) {
        try {
            var answer = asking.ask(number);
            return Shot.of(due, System.nanoTime() - begin - due, answer);
        } catch (IOException e) {
            return Shot.of(due, System.nanoTime() - begin - due, e);
        }
    }

    private static void awaitDue(long nanoTime) throws InterruptedException {
        for (var left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}

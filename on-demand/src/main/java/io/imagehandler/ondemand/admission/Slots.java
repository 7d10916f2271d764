package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The few threads on which pictures are rendered, and the few requests that may wait for them.
///
/// They are platform threads: a codec holds its thread until it is done. Requests themselves run on
/// virtual ones. Safe for use by many threads.
public final class Slots implements AutoCloseable {

    /// Requests that are fetching or waiting, for each one that renders.
    private static final int WAITING_PER_SLOT = 2;

    private final ExecutorService threads;
    private final Semaphore places;
    private final long queueWait;

    /// @param count how many pictures are rendered at a time, at least 1
    /// @param queueWait how long one may wait for a thread
    public Slots(int count, Duration queueWait) {
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("render-", 0).factory());
        this.places = new Semaphore(count * (1 + WAITING_PER_SLOT));
        this.queueWait = queueWait.toNanos();
    }

    /// Does all that a rendition needs while it has a place, so that what cannot be rendered soon
    /// is refused before anything is fetched for it.
    ///
    /// @throws ServiceFailure if there is no place
    public <T> T admit(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw ServiceFailure.overloaded();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /// Renders on one of the threads. What is not finished by the deadline is left to itself.
    ///
    /// @throws ServiceFailure if there is no thread in time, or the deadline passes
    /// @throws ImageFailure as `rendering`
    public <T> T render(Callable<T> rendering, Deadline deadline) {
        var started = new CountDownLatch(1);
        Future<T> future =
                threads.submit(() -> {
                    started.countDown();
                    return rendering.call();
                });
        try {
            long patience = Math.min(queueWait, deadline.nanosLeft());
            if (!started.await(patience, TimeUnit.NANOSECONDS)) {
                throw ServiceFailure.overloaded();
            }
            return future.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw ServiceFailure.timeout();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ServiceFailure.overloaded();
        } catch (ExecutionException failed) {
            throw failure(failed);
        } finally {
            future.cancel(false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static RuntimeException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case ImageFailure reason -> reason;
            case null, default -> new IllegalStateException("rendering failed", failed.getCause());
        };
    }
}

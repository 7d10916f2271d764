package io.imagehandler.ondemand.admission;

import io.imagehandler.failure.ImageFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// The platform threads on which pictures are rendered: a codec holds its thread until it is done.
///
/// Safe for use by many threads.
final class RenderThreads implements AutoCloseable {

    private final ExecutorService threads;
    private final Watchdog watchdog;

    /// @param watchdog told of everything that is rendered
    RenderThreads(int count, Watchdog watchdog) {
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("render-", 0).factory());
        this.watchdog = watchdog;
    }

    /// Renders on one of the threads. It comes back when that is free, however long that takes.
    ///
    /// @param what is rendered, for the log
    /// @param deadline when it must be done; later it is taken for hung
    /// @throws ImageFailure as `rendering`
    <T> T render(String what, Deadline deadline, Supplier<T> rendering) {
        var task =
                new FutureTask<>(() -> {
                    try (var _ = watchdog.watch(what, deadline)) {
                        return rendering.get();
                    }
                });
        threads.execute(task);
        return done(task);
    }

    private static <T> T done(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException tooLate) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case ImageFailure reason -> reason;
                case null, default ->
                        new IllegalStateException("rendering failed", failed.getCause());
            };
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.imagehandler.engine.vips;

import com.sun.management.OperatingSystemMXBean;
import io.imagehandler.engine.Countdown;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Looks after the renderings of one engine. Safe for use by many threads.
final class Watchdog {

    /// Between two looks at a rendering that has had its time.
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final LibVips c;
    private final Duration limit;
    private final LongSupplier processor;
    private final AtomicInteger atWork = new AtomicInteger();
    private final ScheduledThreadPoolExecutor thread;

    /// @param limit how long one rendering may take
    /// @param processor how long all processors have worked for this process, in nanoseconds
    Watchdog(LibVips c, Duration limit, LongSupplier processor) {
        this.c = c;
        this.limit = limit;
        this.processor = processor;
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("render-watchdog").factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /// Of this process, as the operating system counts it; where it does not, the time on the
    /// clock. Asked twice for every rendering: [ProcessHandle], which says the same, reads all that
    /// Linux tells of a process, and takes some fifty times as long.
    static long processTime() {
        long used = SYSTEM.getProcessCpuTime();
        return used < 0 ? System.nanoTime() : used;
    }

    /// What `rendering` gives.
    ///
    /// @throws io.imagehandler.failure.TooSlow if its time was up
    <T> T watched(Function<Watch, T> rendering) {
        // libvips works on threads of its own, so what it did for which of the renderings is not
        // known: they are taken to have got the same.
        var countdown = new Countdown(limit, processor, () -> Math.max(1, atWork.get()));
        var watch = new Watch(c, countdown);
        atWork.incrementAndGet();
        Future<?> looking =
                thread.scheduleWithFixedDelay(
                        watch::look, limit.toNanos(), AGAIN, TimeUnit.NANOSECONDS);
        try {
            return rendering.apply(watch);
        } catch (VipsFailure failure) {
            // Stopped or damaged: the words of libvips do not tell, they are the whole process's.
            throw countdown.isOver() ? countdown.tooSlow() : failure;
        } finally {
            looking.cancel(false);
            atWork.decrementAndGet();
        }
    }
}

package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.Countdown;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOWriteProgressListener;

/// How long the rendering of this thread may still take. Nothing can stop a thread at work from
/// outside, so whatever goes through pixels asks here, row by row.
final class Patience {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ScopedValue<Countdown> COUNTDOWN = ScopedValue.newInstance();

    private Patience() {}

    /// What `rendering` gives.
    ///
    /// @param processor how long it has worked for this thread, see [Countdown]
    /// @throws io.imagehandler.failure.TooSlow if it takes longer than `limit`
    static <T> T bounded(Duration limit, LongSupplier processor, Supplier<T> rendering) {
        var countdown = new Countdown(limit, processor, () -> 1);
        return ScopedValue.where(COUNTDOWN, countdown).call(rendering::get);
    }

    /// @throws io.imagehandler.failure.TooSlow if the time is up
    static void check() {
        if (COUNTDOWN.isBound()) {
            COUNTDOWN.get().check();
        }
    }

    /// Begins anew, for the next picture of several.
    static void restart() {
        if (COUNTDOWN.isBound()) {
            COUNTDOWN.get().restart();
        }
    }

    /// Lets the reader stop, with part of a picture, when the time is up.
    static void hurry(ImageReader reader) {
        reader.addIIOReadProgressListener(new Hurry(reader::abort));
    }

    /// Lets the writer stop, with part of a file, when the time is up.
    static void hurry(ImageWriter writer) {
        writer.addIIOWriteProgressListener(new Hurry(writer::abort));
    }

    private static boolean isOver() {
        return COUNTDOWN.isBound() && COUNTDOWN.get().isOver();
    }

    /// What the operating system counts for this thread; where it does not, the time on the clock.
    static long processorTime() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    private record Hurry(Runnable abort)
            implements IIOReadProgressListener, IIOWriteProgressListener {

        private void progress() {
            if (isOver()) {
                abort.run();
            }
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            progress();
        }

        @Override
        public void imageProgress(ImageWriter source, float percentageDone) {
            progress();
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageWriter source, int imageIndex) {}

        @Override
        public void imageComplete(ImageWriter source) {}

        @Override
        public void writeAborted(ImageWriter source) {}

        @Override
        public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageWriter source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageWriter source) {}
    }
}

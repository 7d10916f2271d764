package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.memory.MemoryBudget.Reservation;
import io.imagehandler.ondemand.admission.Memory;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Deposit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Stores renditions behind the answers, so that the next who asks is served by the store.
///
/// What becomes of each is the matter of [Deposit]. When there is too much of it, or no room in
/// memory, some is dropped, which costs another rendering later and nothing else. Safe for use by
/// many threads.
public final class WriteBack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int FINISH_SECONDS = 10;

    /// Storing is waiting for the network: so many at a time keep up with one slot.
    private static final int THREADS_PER_SLOT = 4;

    private static final int WAITING_PER_SLOT = 2;

    private final Deposit deposit;
    private final Memory memory;
    private final ThreadPoolExecutor threads;
    private final LongAdder stored = new LongAdder();
    private final LongAdder existing = new LongAdder();
    private final LongAdder withdrawn = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /// @param memory where what is to be stored is held
    /// @param slots how many pictures are rendered at a time; twice as many may wait to be stored
    public WriteBack(Originals originals, Renditions renditions, Memory memory, int slots) {
        this.deposit = new Deposit(originals, renditions);
        this.memory = memory;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS_PER_SLOT * slots,
                        THREADS_PER_SLOT * slots,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_PER_SLOT * slots),
                        Thread.ofVirtual().name("write-back-", 0).factory());
    }

    /// What became of renditions since the start.
    ///
    /// @param stored were stored
    /// @param existing were there already
    /// @param withdrawn were stored, and taken back because their original had changed
    /// @param dropped there was no time or no room for
    /// @param failed the store refused
    public record Counts(long stored, long existing, long withdrawn, long dropped, long failed) {}

    /// Stores the picture, soon or not at all.
    ///
    /// @param ended run once, whatever comes of it, on any thread
    public void later(
            WantedRendition wanted, EncodedImage image, Provenance provenance, Runnable ended) {
        Optional<Reservation> room = memory.spare(image.length());
        Runnable end =
                () -> {
                    room.ifPresent(Reservation::close);
                    ended.run();
                };
        if (room.isEmpty() || !begin(() -> store(wanted.key(), image, provenance, end))) {
            dropped.increment();
            end.run();
        }
    }

    private boolean begin(Runnable storing) {
        try {
            threads.execute(storing);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    public Counts counts() {
        return new Counts(
                stored.sum(), existing.sum(), withdrawn.sum(), dropped.sum(), failed.sum());
    }

    /// Gives what is waiting 10 seconds.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void store(RenditionKey key, EncodedImage image, Provenance provenance, Runnable end) {
        try {
            store(key, image, provenance).increment();
        } catch (SdkException failure) {
            failed.increment();
            LOG.warn("a rendition was not stored: {}", failure.getMessage());
        } finally {
            end.run();
        }
    }

    /// @return the count of what has become of it
    private LongAdder store(RenditionKey key, EncodedImage image, Provenance provenance) {
        return switch (deposit.store(key, image, provenance)) {
            case STORED -> stored;
            case EXISTED -> existing;
            case WITHDRAWN -> withdrawn;
        };
    }
}

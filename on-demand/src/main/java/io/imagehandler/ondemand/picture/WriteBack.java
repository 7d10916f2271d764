package io.imagehandler.ondemand.picture;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.WantedRendition;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Stores renditions behind the answers, so that the next who asks is served by the store.
///
/// It creates and never replaces: the worker knows better. What it created is taken back if the
/// original changed meanwhile. When there is too much of it some is dropped, which costs another
/// rendering later and nothing else.
public final class WriteBack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);
    private static final int FINISH_SECONDS = 10;

    private final Originals originals;
    private final Renditions renditions;
    private final ThreadPoolExecutor threads;

    /// @param slots how many are stored at a time; twice as many may wait
    public WriteBack(Originals originals, Renditions renditions, int slots) {
        this.originals = originals;
        this.renditions = renditions;
        this.threads =
                new ThreadPoolExecutor(
                        slots,
                        slots,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(2 * slots),
                        Thread.ofPlatform().daemon().name("write-back-", 0).factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Stores the picture, soon or not at all.
    public void later(WantedRendition wanted, EncodedImage image, Provenance provenance) {
        threads.execute(() -> store(wanted.key(), image, provenance));
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

    private void store(RenditionKey key, EncodedImage image, Provenance provenance) {
        try {
            if (renditions.create(key, image, provenance)
                    && !isCurrent(key.original(), provenance.source())) {
                withdraw(key.path(), provenance.source());
            }
        } catch (SdkException failure) {
            LOG.warn("a rendition was not stored: {}", failure.getMessage());
        }
    }

    private boolean isCurrent(OriginalKey key, EntityTag source) {
        return originals.tag(key).equals(Optional.of(source));
    }

    private void withdraw(String path, EntityTag source) {
        renditions
                .find(path)
                .filter(found -> found.provenance().source().equals(source))
                .ifPresent(found -> renditions.remove(path, found.tag()));
    }
}

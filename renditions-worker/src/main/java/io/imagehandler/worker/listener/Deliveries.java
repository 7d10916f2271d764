package io.imagehandler.worker.listener;

import io.imagehandler.rendition.convergence.Attempts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that this worker has received and not finished. Safe for use by many threads.
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Set<Delivery> all = ConcurrentHashMap.newKeySet();
    private final Attempts attempts;
    private volatile boolean ending;

    public Deliveries(Attempts attempts) {
        this.attempts = attempts;
    }

    /// From now on nothing is begun.
    public void end() {
        ending = true;
    }

    /// Whether nothing is begun any more.
    public boolean isEnding() {
        return ending;
    }

    /// @throws ComeBack if nothing is begun any more
    void begin(Delivery delivery) {
        if (ending) {
            throw new ComeBack(Duration.ZERO);
        }
        all.add(delivery);
    }

    void finish(Delivery delivery) {
        all.remove(delivery);
    }

    List<Delivery> unfinished() {
        return List.copyOf(all);
    }

    /// Lets other workers have at once whatever is not finished, and takes its markers away.
    ///
    /// @param patience how long to wait for that to be done
    public void giveAllBack(Duration patience) {
        var back = unfinished().stream().map(this::giveBack).toArray(CompletableFuture<?>[]::new);
        if (back.length > 0) {
            LOG.warn("{} unfinished messages are given back", back.length);
        }
        CompletableFuture.allOf(back)
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, _) -> null)
                .join();
    }

    private CompletableFuture<Void> giveBack(Delivery delivery) {
        var released =
                CompletableFuture.runAsync(
                        () -> delivery.key().ifPresent(attempts::release),
                        Thread::startVirtualThread);
        return released.handle((_, _) -> null).thenCompose(_ -> delivery.giveBack());
    }
}

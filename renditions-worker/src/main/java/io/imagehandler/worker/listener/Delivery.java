package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.Visibility;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.UploadMessages;
import io.imagehandler.worker.queue.Queue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A message that was received, for as long as it is worked on. Safe for use by many threads.
final class Delivery {

    private final Visibility visibility;
    private final Receives receives;
    private final Queue queue;
    private final Duration longest;
    private final LongSupplier clock;

    private volatile long granted;
    private volatile boolean givenBack;
    private volatile @Nullable OriginalKey key;

    /// @param queue where it is from
    /// @param longest as [Lease#longest]
    /// @param clock in nanoseconds, only ever forward
    Delivery(
            Visibility visibility,
            Receives receives,
            Queue queue,
            Duration longest,
            LongSupplier clock) {
        this.visibility = visibility;
        this.receives = receives;
        this.queue = queue;
        this.longest = longest;
        this.clock = clock;
        this.granted = clock.getAsLong();
    }

    int receives() {
        return receives.count();
    }

    /// Whether it is a dead letter that somebody has sent again, and wants to hear of.
    boolean isSentAgain() {
        return receives.isSentAgain();
    }

    /// The key that is worked on at the moment.
    Optional<OriginalKey> key() {
        return Optional.ofNullable(key);
    }

    /// From now on that key is worked on.
    void turnTo(OriginalKey next) {
        key = next;
    }

    /// Keeps it ours for so long from now on.
    ///
    /// @return fails if that was not granted
    CompletableFuture<Void> keep(Duration time) {
        // Granted since it was asked for, at the latest: the answer may take its time.
        long asked = clock.getAsLong();
        return visibility.changeToAsync((int) time.toSeconds()).thenRun(() -> granted = asked);
    }

    /// Lets another worker have it at once. Whoever still works on it is to stop where it can.
    CompletableFuture<Void> giveBack() {
        givenBack = true;
        return visibility.changeToAsync(0);
    }

    boolean isGivenBack() {
        return givenBack;
    }

    /// As [Lease#age].
    Duration age() {
        return givenBack ? longest : Duration.ofNanos(clock.getAsLong() - granted);
    }

    Duration longest() {
        return longest;
    }

    boolean isRepeated() {
        return receives.count() > 1;
    }

    /// As [Lease#askAgain].
    void askAgain(OriginalKey about) {
        queue.send(UploadMessages.about(about.value()), Duration.ZERO, Map.of());
    }
}

package io.imagehandler.worker.listener;

import io.imagehandler.rendition.convergence.Lease;
import io.imagehandler.worker.queue.RecordingSqs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A message, what its visibility was set to, and a clock that is moved by hand.
final class TestDelivery {

    private final List<Integer> visibilities = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final Delivery delivery;

    TestDelivery(int receives, RecordingSqs sqs) {
        this(new Receives(receives, false), sqs);
    }

    TestDelivery(Receives receives, RecordingSqs sqs) {
        delivery = new Delivery(this::set, receives, sqs.queue("uploads"), Lease.LONGEST, now::get);
    }

    Delivery delivery() {
        return delivery;
    }

    /// In seconds, in their order.
    List<Integer> visibilities() {
        return List.copyOf(visibilities);
    }

    void elapse(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /// The queue grants nothing from now on.
    void refuse() {
        refusing.set(true);
    }

    private CompletableFuture<Void> set(int seconds) {
        visibilities.add(seconds);
        return refusing.get()
                ? CompletableFuture.failedFuture(new IllegalStateException("expired"))
                : CompletableFuture.completedFuture(null);
    }
}

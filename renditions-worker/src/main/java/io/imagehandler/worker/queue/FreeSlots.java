package io.imagehandler.worker.queue;

import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler;
import io.awspring.cloud.sqs.listener.backpressure.BatchAwareBackPressureHandler;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Asks for messages as soon as one slot is free, for as many as are free then. The library's own
/// waits until a whole batch of them is, and meanwhile those that are free stay empty.
final class FreeSlots implements BatchAwareBackPressureHandler {

    private final int all;
    private final int batch;
    private final Duration patience;
    private final Semaphore free;

    /// @param all 1 and up
    /// @param batch the most to give at a time, 1 and up
    /// @param patience how long to wait for one
    FreeSlots(int all, int batch, Duration patience) {
        this.all = all;
        this.batch = batch;
        this.patience = patience;
        this.free = new Semaphore(all);
    }

    @Override
    public int requestBatch() throws InterruptedException {
        return request(batch);
    }

    @Override
    public int request(int amount) throws InterruptedException {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        int taken = 1;
        while (taken < amount && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    @Override
    public void release(int amount, BackPressureHandler.ReleaseReason reason) {
        free.release(amount);
    }

    @Override
    public boolean drain(Duration timeout) {
        try {
            return free.tryAcquire(all, timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

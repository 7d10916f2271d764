package io.imagehandler.worker.queue;

import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler;
import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactory;
import io.awspring.cloud.sqs.listener.backpressure.BatchAwareBackPressureHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lets nobody ask for messages while they could not be worked on: each that was received for
/// nothing is one receive nearer to the dead letters.
public final class Gate implements BatchAwareBackPressureHandler {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BatchAwareBackPressureHandler slots;
    private final BooleanSupplier open;
    private final Pulse pulse;

    Gate(BatchAwareBackPressureHandler slots, BooleanSupplier open, Pulse pulse) {
        this.slots = slots;
        this.open = open;
        this.pulse = pulse;
    }

    /// In front of the slots that the listener has.
    ///
    /// @param open whether messages can be worked on now
    public static BackPressureHandlerFactory before(BooleanSupplier open, Pulse pulse) {
        return options ->
                new Gate(
                        new FreeSlots(
                                options.getMaxConcurrentMessages(),
                                options.getMaxMessagesPerPoll(),
                                options.getMaxDelayBetweenPolls()),
                        open,
                        pulse);
    }

    @Override
    public int requestBatch() throws InterruptedException {
        return isOpen() ? slots.requestBatch() : 0;
    }

    @Override
    public int request(int amount) throws InterruptedException {
        return isOpen() ? slots.request(amount) : 0;
    }

    @Override
    public void release(int amount, BackPressureHandler.ReleaseReason reason) {
        slots.release(amount, reason);
    }

    @Override
    public boolean drain(Duration timeout) {
        pulse.stop();
        return slots.drain(timeout);
    }

    /// Whoever asks, asks again at once if there is nothing, so it is kept waiting here.
    private boolean isOpen() throws InterruptedException {
        pulse.beat();
        boolean isOpen = open.getAsBoolean();
        if (!isOpen) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return isOpen;
    }
}

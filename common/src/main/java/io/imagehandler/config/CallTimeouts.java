package io.imagehandler.config;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The timer of the time limits of calls of S3 and DynamoDB.
///
/// The SDK's own forgets the limit of a call only when it would have expired, long after the call
/// was answered, and until then keeps what the call sent and was given; and it wakes a thread for
/// every one of them. This one forgets it with the call, and wakes nobody.
public final class CallTimeouts implements AutoCloseable {

    /// As many as the SDK has: where to end a call takes a while, others are ended in time.
    private static final int THREADS = 5;

    /// Sooner than any limit, so that a limit is never the next to be due when it is set: only for
    /// that a thread is woken.
    static final Duration BEAT = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    THREADS, Thread.ofPlatform().daemon().name("call-timeouts-", 0).factory());

    public CallTimeouts() {
        timer.setRemoveOnCancelPolicy(true);
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> {}, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// To be given to clients; theirs until [#close].
    public ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

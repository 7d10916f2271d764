package io.imagehandler.worker.deadletter;

import io.imagehandler.log.LogText;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.Queue;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where messages go that cannot be worked on, with the reason: SQS itself would add none. Safe for
/// use by many threads.
public final class DeadLetters {

    /// SQS counts body and attributes together, up to 256 KiB.
    private static final int LONGEST_BODY = 240 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Queue queue;
    private final WorkerMeters meters;

    public DeadLetters(Queue queue, WorkerMeters meters) {
        this.queue = queue;
        this.meters = meters;
    }

    /// Sends a copy. When this returns it is safe to acknowledge the message. What is so long that
    /// it cannot be sent with its reason is cut: it is junk, or has records of its own.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException if it could not be sent
    public void send(DeadLetter letter) {
        String body = Printable.within(letter.body(), LONGEST_BODY);
        queue.send(body, Duration.ZERO, letter.attributes());
        meters.buried(letter.reason());
        LOG.atWarn()
                .addKeyValue("reason", letter.reason())
                .addKeyValue("key", LogText.of(letter.about().key()))
                .addKeyValue("attempts", letter.attempts())
                .log("dead letter: {}", letter.detail());
    }
}

package io.imagehandler.worker.hang;

import io.imagehandler.log.LogText;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.worker.listener.Deliveries;
import io.imagehandler.worker.observation.WorkerMeters;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done about a decoder that comes to no end: its original is suspect from now on, all
/// others go to other workers at once, and the process ends, for whoever runs it to start another.
///
/// @param exit ends the process, whatever it is doing
public record Hang(Attempts attempts, Deliveries deliveries, WorkerMeters meters, IntConsumer exit)
        implements Consumer<OriginalKey> {

    /// What the process ends with.
    static final int CODE = 70;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Hang.class);

    @Override
    public void accept(OriginalKey key) {
        deliveries.end();
        meters.crashed("hung");
        LOG.atError()
                .addKeyValue("key", LogText.of(key.value()))
                .log("a decoder comes to no end: this worker ends, to be replaced");
        attempts.suspect(key);
        deliveries.giveAllBack(PATIENCE);
        exit.accept(CODE);
    }
}

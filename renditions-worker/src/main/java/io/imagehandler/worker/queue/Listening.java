package io.imagehandler.worker.queue;

import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Begins to listen once the queues have answered. A queue that does not exist is a wrong setting;
/// an SQS that does not answer will, and is asked until it does.
public final class Listening implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final List<Queue> queues;
    private final Runnable listen;
    private final Consumer<WrongSetting> stop;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean begun;

    /// @param queues that must answer
    /// @param listen begins to listen
    /// @param stop told if one of the queues turns out not to exist
    public Listening(List<Queue> queues, Runnable listen, Consumer<WrongSetting> stop) {
        this(queues, listen, stop, PAUSE);
    }

    Listening(List<Queue> queues, Runnable listen, Consumer<WrongSetting> stop, Duration pause) {
        this.queues = List.copyOf(queues);
        this.listen = listen;
        this.stop = stop;
        this.pause = pause;
    }

    /// Asks until the queues answer, and does not wait for that.
    public void begin() {
        Thread.ofVirtual().name("listening").start(this::listenWhenReady);
    }

    /// Whether it listens.
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void listenWhenReady() {
        try {
            boolean told = false;
            while (!closed.await(0, TimeUnit.MILLISECONDS) && !answered(told)) {
                told = true;
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (WrongSetting wrong) {
            stop.accept(wrong);
        }
    }

    private boolean answered(boolean told) {
        try {
            queues.forEach(Queue::url);
            listen.run();
            begun = true;
            return true;
        } catch (SdkException away) {
            if (!told) {
                LOG.warn("the queues do not answer and are asked again: {}", away.getMessage());
            }
            return false;
        }
    }
}

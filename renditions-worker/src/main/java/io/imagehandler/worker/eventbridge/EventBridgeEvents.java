package io.imagehandler.worker.eventbridge;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.ReadyRendition;
import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.rendition.convergence.RenditionEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// Puts events on an EventBridge bus.
///
/// What is promised: each event comes after the renditions that it tells of are in step, and at
/// least once. A pass ends only when EventBridge has taken its event, so a worker that dies before
/// has its message, and with it the event, come again. But no pass waits for longer than 5 seconds,
/// and none while EventBridge is known to be away, nor does any fail for an event: then the event
/// stays here and is tried for 24 hours, and it is lost if the process ends before EventBridge is
/// back. So it is if 32 MiB wait already, or EventBridge calls the event itself wrong. What is lost
/// is logged, unless the process was killed. Their order is not promised: `etag` tells which bytes
/// an event is of.
///
/// Safe for use by many threads.
public final class EventBridgeEvents implements RenditionEvents, AutoCloseable {

    private static final long MOST_WAITING = 32 << 20;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(EventBridgeEvents.class);

    private final EventBridgeClient eventBridge;
    private final String bus;
    private final String bucket;
    private final Pace pace;
    private final Outbox outbox = new Outbox(MOST_WAITING);
    private final Mail mail;
    private final Thread sender;

    /// @param eventBridge is closed with this
    /// @param bus the name or ARN of the event bus
    /// @param bucket that of the originals, which events name
    public EventBridgeEvents(EventBridgeClient eventBridge, String bus, String bucket) {
        this(eventBridge, bus, bucket, Pace.USUAL);
    }

    EventBridgeEvents(EventBridgeClient eventBridge, String bus, String bucket, Pace pace) {
        this.eventBridge = eventBridge;
        this.bus = bus;
        this.bucket = bucket;
        this.pace = pace;
        this.mail = new Mail(eventBridge, outbox, pace);
        this.sender = Thread.ofVirtual().name("events").start(mail::run);
    }

    @Override
    public void ready(OriginalKey key, EntityTag etag, List<ReadyRendition> renditions) {
        tell(key, Detail.Ready.of(bucket, key, etag, renditions));
    }

    @Override
    public void failed(OriginalKey key, EntityTag etag, Rejection reason) {
        tell(key, Detail.Failed.of(bucket, key, etag, reason));
    }

    private void tell(OriginalKey key, Detail detail) {
        Notice notice = Notice.of(bus, detail, Instant.now());
        if (!outbox.add(notice)) {
            LOG.error("too many events wait; {} of {} is lost", detail.type(), key);
            return;
        }
        if (mail.isDelivered()) {
            await(notice);
        }
    }

    private void await(Notice notice) {
        try {
            notice.done().get(pace.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("EventBridge takes long; {} waits", notice.entry().detailType());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // nobody completes it so
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tries what waits for 10 seconds at most.
    @Override
    public void close() {
        outbox.close();
        mail.hurry();
        try {
            if (!sender.join(LAST_WORDS)) {
                sender.interrupt();
                sender.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        int lost = outbox.size();
        if (lost > 0) {
            LOG.error("stopping with {} events that EventBridge did not take", lost);
        }
        eventBridge.close();
    }
}

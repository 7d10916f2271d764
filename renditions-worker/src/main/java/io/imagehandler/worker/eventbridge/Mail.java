package io.imagehandler.worker.eventbridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/// Takes events from the [Outbox] to EventBridge, and tries again what it does not take.
final class Mail {

    /// The codes of entries that would be refused again.
    private static final Set<String> WRONG =
            Set.of("MalformedDetail", "InvalidArgument", "ValidationException");

    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

    private final EventBridgeClient eventBridge;
    private final Outbox outbox;
    private final Pace pace;
    private final CountDownLatch hurry = new CountDownLatch(1);
    private volatile boolean delivered = true;

    Mail(EventBridgeClient eventBridge, Outbox outbox, Pace pace) {
        this.eventBridge = eventBridge;
        this.outbox = outbox;
        this.pace = pace;
    }

    /// Whether EventBridge has taken all of what it was last given.
    boolean isDelivered() {
        return delivered;
    }

    /// From now on there are no long pauses.
    void hurry() {
        hurry.countDown();
    }

    /// Ends when the outbox is closed and empty, or the thread is interrupted.
    void run() {
        int refusals = 0;
        try {
            for (var next = outbox.take(); !next.isEmpty(); next = outbox.take()) {
                List<Notice> refused = send(next);
                outbox.putBack(refused);
                delivered = refused.isEmpty();
                refusals = delivered ? 0 : refusals + 1;
                if (refusals > 0) {
                    pause(refusals);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // ends, with what waits
        }
    }

    private void pause(int refusals) throws InterruptedException {
        if (hurry.getCount() == 0) {
            Thread.sleep(pace.pauses().after(1));
        } else {
            long pause = pace.pauses().after(refusals).toMillis();
            boolean _ = hurry.await(pause, TimeUnit.MILLISECONDS);
        }
    }

    /// @return those to be tried again
    private List<Notice> send(List<Notice> notices) {
        try {
            var entries = notices.stream().map(Notice::entry).toList();
            return refused(notices, eventBridge.putEvents(put -> put.entries(entries)).entries());
        } catch (SdkException e) {
            String reason = String.valueOf(e.getMessage());
            warn(reason);
            return notices.stream().filter(notice -> isWorthwhile(notice, reason)).toList();
        }
    }

    private List<Notice> refused(List<Notice> notices, List<PutEventsResultEntry> results) {
        var again = new ArrayList<Notice>();
        for (int i = 0; i < notices.size(); i++) {
            Notice notice = notices.get(i);
            String code = i < results.size() ? results.get(i).errorCode() : "NoResult";
            if (code == null) {
                notice.done().complete(null);
            } else if (WRONG.contains(code)) {
                giveUp(notice, code);
            } else {
                warn(code);
                if (isWorthwhile(notice, code)) {
                    again.add(notice);
                }
            }
        }
        return again;
    }

    private void warn(String reason) {
        if (delivered) {
            LOG.warn("EventBridge takes no events, trying on: {}", reason);
        }
    }

    private boolean isWorthwhile(Notice notice, String reason) {
        if (notice.made().plus(pace.patience()).isAfter(Instant.now())) {
            return true;
        }
        giveUp(notice, reason);
        return false;
    }

    private static void giveUp(Notice notice, String reason) {
        LOG.error("an event is lost, {}: {}", reason, notice.entry().detail());
        notice.done().complete(null);
    }
}

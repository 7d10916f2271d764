package io.imagehandler.worker.eventbridge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// An event on its way.
///
/// @param entry what is sent
/// @param size what EventBridge counts of it, in bytes
/// @param made when it was made
/// @param done completed when it is taken or given up
record Notice(PutEventsRequestEntry entry, int size, Instant made, CompletableFuture<Void> done) {

    /// Who tells, for rules to go by.
    static final String SOURCE = "image-handler";

    /// The most that EventBridge takes at once, in bytes.
    static final int LARGEST = 256 << 10;

    /// The time is counted as 14 bytes.
    private static final int TIME = 14;

    /// @param bus the name or ARN of the event bus
    static Notice of(String bus, Detail detail, Instant now) {
        String json = detail.json();
        int size = TIME + bytes(SOURCE) + bytes(detail.type()) + bytes(json);
        if (size > LARGEST && detail instanceof Detail.Ready ready) {
            return of(bus, ready.shortened(), now);
        }
        var entry =
                PutEventsRequestEntry.builder()
                        .eventBusName(bus)
                        .source(SOURCE)
                        .detailType(detail.type())
                        .detail(json)
                        .time(now)
                        .build();
        return new Notice(entry, size, now, new CompletableFuture<>());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

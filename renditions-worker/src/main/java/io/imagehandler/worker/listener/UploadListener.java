package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.imagehandler.worker.deadletter.DeadLetter;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Test;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import io.imagehandler.worker.message.UploadMessages;
import io.imagehandler.worker.queue.Queue;
import org.springframework.messaging.Message;

/// Takes messages from the upload queue. Returning acknowledges; throwing lets the message come
/// back.
public final class UploadListener {

    /// The listener's name in its registry.
    public static final String ID = "uploads";

    private final Uploads uploads;
    private final DeadLetters deadLetters;
    private final Heartbeat heartbeat;
    private final Deliveries deliveries;
    private final Share share;
    private final Queue queue;

    /// @param share told of every upload
    /// @param queue that it listens to
    public UploadListener(
            Uploads uploads,
            DeadLetters deadLetters,
            Heartbeat heartbeat,
            Deliveries deliveries,
            Share share,
            Queue queue) {
        this.uploads = uploads;
        this.deadLetters = deadLetters;
        this.heartbeat = heartbeat;
        this.deliveries = deliveries;
        this.share = share;
        this.queue = queue;
    }

    /// @param message with its body as text: one that the framework cannot convert would be lost on
    ///   it
    @SqsListener(id = ID, value = "${image-handler.upload-queue}")
    void on(Message<String> message) {
        var headers = message.getHeaders();
        var visibility = headers.get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        if (visibility == null) {
            throw new IllegalStateException("the listener of SQS gives every message a visibility");
        }
        work(
                message.getPayload(),
                new Delivery(
                        visibility,
                        Receives.of(headers),
                        queue,
                        heartbeat.longestLease(),
                        System::nanoTime));
    }

    void work(String body, Delivery delivery) {
        deliveries.begin(delivery);
        try (var _ = share.upload();
                var _ = heartbeat.start(delivery)) {
            switch (UploadMessages.parse(body)) {
                case Test() -> uploads.ignoreTest();
                case Unreadable(String detail) ->
                        deadLetters.send(DeadLetter.unreadable(body, detail));
                case Changes changes -> {
                    changes.unreadable().forEach(this::bury);
                    uploads.follow(changes, delivery);
                }
            }
        } finally {
            deliveries.finish(delivery);
        }
    }

    private void bury(String body) {
        deadLetters.send(DeadLetter.unreadable(body, "no S3 event of version 2"));
    }
}

package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.imagehandler.worker.deadletter.DeadLetter;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Test;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import io.imagehandler.worker.message.UploadMessages;
import org.springframework.messaging.Message;

/// Takes messages from the upload queue. Returning acknowledges; throwing lets the message come
/// back.
public final class UploadListener {

    /// The listener's name in its registry.
    public static final String ID = "uploads";

    private final Uploads uploads;
    private final DeadLetters deadLetters;
    private final Reception reception;

    public UploadListener(Uploads uploads, DeadLetters deadLetters, Reception reception) {
        this.uploads = uploads;
        this.deadLetters = deadLetters;
        this.reception = reception;
    }

    /// @param message with its body as text: one that the framework cannot convert would be lost on
    ///   it
    @SqsListener(id = ID, value = "${image-handler.upload-queue}")
    void on(Message<String> message) {
        work(message.getPayload(), reception.of(message));
    }

    void work(String body, Delivery delivery) {
        reception.receive(delivery, Share::upload, () -> follow(body, delivery));
    }

    private void follow(String body, Delivery delivery) {
        switch (UploadMessages.parse(body)) {
            case Test() -> uploads.ignoreTest();
            case Unreadable(String detail) -> deadLetters.send(DeadLetter.unreadable(body, detail));
            case Changes changes -> {
                changes.unreadable().forEach(this::bury);
                uploads.follow(changes, delivery);
            }
        }
    }

    private void bury(String body) {
        deadLetters.send(DeadLetter.unreadable(body, "no S3 event of version 2"));
    }
}

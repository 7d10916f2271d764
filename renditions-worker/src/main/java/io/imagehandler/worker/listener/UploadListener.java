package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.Visibility;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.message.UploadMessage.Test;
import io.imagehandler.worker.message.UploadMessage.Unreadable;
import io.imagehandler.worker.message.UploadMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes messages from the upload queue. Returning acknowledges; throwing lets the message come
/// back.
public final class UploadListener {

    private static final Logger LOG = LoggerFactory.getLogger(UploadListener.class);

    private final Uploads uploads;
    private final DeadLetters deadLetters;
    private final Heartbeat heartbeat;

    public UploadListener(Uploads uploads, DeadLetters deadLetters, Heartbeat heartbeat) {
        this.uploads = uploads;
        this.deadLetters = deadLetters;
        this.heartbeat = heartbeat;
    }

    /// @param body as text: a body that the framework cannot convert would be lost on it
    @SqsListener(id = "uploads", value = "${image-handler.upload-queue}")
    void on(String body, Visibility visibility) {
        try (var _ = heartbeat.start(visibility)) {
            switch (UploadMessages.parse(body)) {
                case Test() -> LOG.info("the bucket says that it will notify us");
                case Unreadable(String detail) -> bury(body, detail);
                case Changes changes -> {
                    changes.unreadable().forEach(this::buryRecord);
                    uploads.follow(changes.changes());
                }
            }
        }
    }

    private void buryRecord(String event) {
        bury("{\"Records\":[" + event + "]}", "no S3 event of version 2");
    }

    private void bury(String body, String detail) {
        deadLetters.bury(body, detail);
        LOG.warn("a message went to the dead letters: {}", detail);
    }
}

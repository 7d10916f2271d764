package io.imagehandler.worker.observation;

import io.awspring.cloud.sqs.listener.acknowledgement.AcknowledgementResultCallback;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/// Counts messages that were done with and could not be acknowledged: they come again, and find
/// nothing to do.
public final class LostAcknowledgements implements AcknowledgementResultCallback<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(LostAcknowledgements.class);

    private final WorkerMeters meters;

    public LostAcknowledgements(WorkerMeters meters) {
        this.meters = meters;
    }

    @Override
    public void onFailure(Collection<Message<Object>> messages, Throwable failure) {
        messages.forEach(_ -> meters.acknowledgementFailed());
        LOG.warn("an acknowledgement was lost: {}", failure.getMessage());
    }
}

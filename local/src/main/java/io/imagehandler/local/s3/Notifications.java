package io.imagehandler.local.s3;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Sends the changes of one bucket to a queue, as S3's event notifications do. The client of S3 is
/// answered after the event is in the queue: a failure to send is the client's failure, so no event
/// is lost.
///
/// @param bucket the bucket whose changes are sent
/// @param sqs where the queue is
/// @param queueUrl the queue
/// @param delivery how faithfully
public record Notifications(String bucket, SqsClient sqs, String queueUrl, Delivery delivery)
        implements ObjectListener {

    @Override
    public void onChange(ObjectChange change) {
        if (change.bucket().equals(bucket)) {
            var event = S3Event.of(change, Instant.now(), S3Event.sequencer());
            for (var copy = 0; copy < delivery.copies(); copy++) {
                send(event);
            }
        }
    }

    /// Sends what S3 sends when notifications are set up.
    public void sendTestEvent() {
        send(S3Event.test(bucket, Instant.now()));
    }

    private void send(String body) {
        var delay = ThreadLocalRandom.current().nextInt(delivery.mostSeconds() + 1);
        sqs.sendMessage(m -> m.queueUrl(queueUrl).messageBody(body).delaySeconds(delay));
    }
}

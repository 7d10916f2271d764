package io.imagehandler.worker.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// A dead letter as it lies in its queue.
///
/// @param id of the message
/// @param receipt by which it is removed or put back
/// @param sent when it was put there
/// @param attributes as [DeadLetter#attributes] named them; none if SQS itself has put it there,
///   because it was received too often
record StoredLetter(
        String id, String receipt, Instant sent, String body, Map<String, String> attributes) {

    static StoredLetter of(Message message) {
        var attributes = new TreeMap<String, String>();
        message.messageAttributes()
                .forEach(
                        (name, value) -> attributes.put(name, String.valueOf(value.stringValue())));
        String sent =
                message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
        return new StoredLetter(
                message.messageId(),
                message.receiptHandle(),
                Instant.ofEpochMilli(Long.parseLong(sent)),
                message.body(),
                attributes);
    }

    String reason() {
        return attributes.getOrDefault(DeadLetter.REASON, "received-too-often");
    }

    /// Empty if it is not known.
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}

package io.imagehandler.worker.deadletter;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Where messages go that cannot be worked on, with the reason: SQS itself would add none.
public final class DeadLetters {

    private static final int LONGEST_DETAIL = 256;

    private final SqsAsyncClient sqs;
    private final QueueUrl queue;

    public DeadLetters(SqsAsyncClient sqs, QueueUrl queue) {
        this.sqs = sqs;
        this.queue = queue;
    }

    /// Copies a message that makes no sense to us. When this returns it is safe to acknowledge it.
    ///
    /// @throws java.util.concurrent.CompletionException if it could not be copied
    public void bury(String body, String detail) {
        sqs.sendMessage(send ->
                        send.queueUrl(queue.value())
                                .messageBody(body)
                                .messageAttributes(
                                        Map.of(
                                                "reason", text("bad-message"),
                                                "detail", text(cut(detail)))))
                .join();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}

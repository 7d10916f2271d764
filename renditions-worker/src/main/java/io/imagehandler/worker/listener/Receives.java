package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.imagehandler.worker.deadletter.DeadLetter;
import java.util.Map;

/// How often a message was received, this time included. A dead letter that was sent again was so
/// before it became one, whoever sent it.
final class Receives {

    private static final String HEADER =
            SqsHeaders.MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT;

    private Receives() {}

    /// 1 if the queue does not say.
    static int of(Map<String, Object> headers) {
        Object count = headers.get(HEADER);
        int before = headers.containsKey(DeadLetter.REASON) ? 1 : 0;
        return before + (count == null ? 1 : Integer.parseInt(count.toString()));
    }
}

package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.imagehandler.worker.deadletter.DeadLetter;
import java.util.Map;

/// How often a message was received.
///
/// @param count this time included, 1 and up. A dead letter that was sent again was received before
///   it became one, whoever sent it
/// @param isSentAgain whether it is such a letter
record Receives(int count, boolean isSentAgain) {

    private static final String HEADER =
            SqsHeaders.MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT;

    /// Once if the queue does not say.
    static Receives of(Map<String, Object> headers) {
        Object count = headers.get(HEADER);
        boolean sentAgain = headers.containsKey(DeadLetter.REASON);
        int now = count == null ? 1 : Integer.parseInt(count.toString());
        return new Receives(now + (sentAgain ? 1 : 0), sentAgain);
    }
}

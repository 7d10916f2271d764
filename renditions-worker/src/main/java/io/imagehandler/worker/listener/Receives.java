package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import java.util.Map;

/// How often a message was received, this time included.
final class Receives {

    private static final String HEADER =
            SqsHeaders.MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT;

    private Receives() {}

    /// 1 if the queue does not say.
    static int of(Map<String, Object> headers) {
        Object count = headers.get(HEADER);
        return count == null ? 1 : Integer.parseInt(count.toString());
    }
}

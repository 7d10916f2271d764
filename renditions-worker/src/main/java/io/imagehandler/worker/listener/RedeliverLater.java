package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.imagehandler.worker.failure.Backoff;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/// Lets a message that is not done with come back when it is to, and one that failed in a way that
/// nobody foresaw later each time that it was received.
///
/// Never recovers: what it returns has failed, so that the message is not acknowledged.
public final class RedeliverLater implements AsyncErrorHandler<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliverLater.class);

    private final Backoff backoff;

    public RedeliverLater(Backoff backoff) {
        this.backoff = backoff;
    }

    @Override
    public CompletableFuture<Void> handle(Message<Object> message, Throwable failure) {
        int seconds = (int) after(message, root(failure)).toSeconds();
        var visibility =
                message.getHeaders()
                        .get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        CompletableFuture<?> changed =
                visibility == null
                        ? CompletableFuture.completedFuture(null)
                        : visibility.changeToAsync(seconds);
        return changed.handle((_, refused) -> report(refused))
                .thenCompose(_ -> CompletableFuture.failedFuture(failure));
    }

    private Duration after(Message<?> message, Throwable root) {
        if (root instanceof ComeBack comeBack) {
            return comeBack.after();
        }
        Duration after = backoff.after(Receives.of(message.getHeaders()).count());
        LOG.error("a message failed, again in {} s", after.toSeconds(), root);
        return after;
    }

    /// It comes back all the same, only later.
    private static boolean report(Throwable refused) {
        if (refused != null) {
            LOG.warn("a message comes back after its time-out only: {}", refused.getMessage());
        }
        return true;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.imagehandler.rendition.NoRoom;
import io.imagehandler.style.StylesNotLoaded;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import software.amazon.awssdk.core.exception.SdkException;

/// Lets a message that failed come back soon, and later each time: 5 s, doubled for every delivery,
/// at most 300 s, of which a random part is waited so that a crowd of them spreads out.
///
/// Never recovers: what it returns has failed, so that the message is not acknowledged.
public final class RedeliverLater implements AsyncErrorHandler<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliverLater.class);
    private static final String RECEIVES = "Sqs_Msa_ApproximateReceiveCount";
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;

    public RedeliverLater(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public CompletableFuture<Void> handle(Message<Object> message, Throwable failure) {
        int seconds = 1 + random.nextInt((int) bound(receives(message)).toSeconds());
        report(root(failure), seconds);
        var visibility =
                message.getHeaders()
                        .get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        CompletableFuture<?> changed =
                visibility == null
                        ? CompletableFuture.completedFuture(null)
                        : visibility.changeToAsync(seconds);
        return changed.handle((_, _) -> failure).thenCompose(CompletableFuture::failedFuture);
    }

    /// In one line if it was to be expected of other services; whatever else it is, is a defect.
    private static void report(Throwable root, int seconds) {
        switch (root) {
            case SdkException _, StylesNotLoaded _, NotDone _, NoRoom _ ->
                    LOG.warn("failed for now, again in {} s: {}", seconds, root.getMessage());
            default -> LOG.error("failed, again in {} s", seconds, root);
        }
    }

    /// The longest wait after so many deliveries, 1 and up.
    static Duration bound(int receives) {
        int doublings = Math.clamp(receives - 1L, 0, 6);
        Duration bound = FIRST.multipliedBy(1L << doublings);
        return bound.compareTo(LONGEST) < 0 ? bound : LONGEST;
    }

    private static int receives(Message<?> message) {
        Object count = message.getHeaders().get(RECEIVES);
        return count == null ? 1 : Integer.parseInt(count.toString());
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

package io.imagehandler.worker.cloudfront;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/// Sends batches until they are taken. For one thread.
final class Requests {

    /// No more than 15 can be in progress, those of all workers together.
    private static final int MOST_WILDCARDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final CloudFrontClient cloudFront;
    private final String distribution;
    private final Pace pace;
    private final CountDownLatch closing;

    /// @param closing after which nothing is tried again
    Requests(CloudFrontClient cloudFront, String distribution, Pace pace, CountDownLatch closing) {
        this.cloudFront = cloudFront;
        this.distribution = distribution;
        this.pace = pace;
        this.closing = closing;
    }

    /// Returns when the batch is taken or given up.
    ///
    /// @param last whether there is no time to try twice
    void send(Batch batch, boolean last) throws InterruptedException {
        long began = System.nanoTime();
        // Wildcards are cheaper, but what is refused may be just those.
        SdkException refusal = refusal(batch.shortened(MOST_WILDCARDS));
        int refusals = 0;
        boolean over = last;
        while (refusal != null && !over) {
            refusals++;
            if (refusals == 1) {
                LOG.warn("CloudFront does not invalidate, trying on: {}", refusal.getMessage());
            }
            long pause = pace.pauses().after(refusals).toMillis();
            boolean closed = closing.await(pause, TimeUnit.MILLISECONDS);
            refusal = refusal(batch.exact());
            over = closed || System.nanoTime() - began > pace.patience().toNanos();
        }
        if (refusal != null) {
            LOG.error(
                    "caches may keep {} paths for a day, the first of them {}: {}",
                    batch.exact().size(),
                    batch.exact().getFirst(),
                    refusal.getMessage());
        }
    }

    /// Why CloudFront does not take it; null if it does.
    private @Nullable SdkException refusal(List<String> paths) {
        // CloudFront takes the same reference with the same paths for one request.
        String reference = UUID.randomUUID().toString();
        try {
            cloudFront.createInvalidation(request ->
                    request.distributionId(distribution)
                            .invalidationBatch(invalidation ->
                                    invalidation
                                            .callerReference(reference)
                                            .paths(all ->
                                                    all.quantity(paths.size()).items(paths))));
            return null;
        } catch (SdkException e) {
            return e;
        }
    }
}

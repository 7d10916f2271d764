package io.imagehandler.worker.cloudfront;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Invalidations;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/// Has a CloudFront distribution forget what was replaced or removed.
///
/// Paths are collected for a while and sent by one thread, one request at a time of at most 1,000
/// paths: CloudFront works on no more than 3,000 at a time, those of all workers together, and
/// refuses what is too much, upon which this waits and tries again. A pass waits for none of that.
///
/// What is promised is little, because all else that bounds the age of a cached copy, its lifetime
/// of a day at most, holds without it: a path is forgotten within about the delay and the seconds
/// that CloudFront takes, unless the process dies before it was sent, CloudFront refuses it for 30
/// minutes, or more than 30,000 paths wait already. The latter two are logged. When this is closed,
/// what waits is tried once more, without any delay.
///
/// Safe for use by many threads.
public final class CloudFrontInvalidations implements Invalidations, AutoCloseable {

    static final int MOST_PATHS = 1_000;

    private static final int MOST_WAITING = 30_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(CloudFrontInvalidations.class);

    private final CloudFrontClient cloudFront;
    private final Duration delay;
    private final Waiting waiting = new Waiting(MOST_WAITING);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Requests requests;
    private final Thread sender;

    /// @param cloudFront is closed with this
    /// @param distribution its id
    /// @param delay how long the first path of a request waits for others; zero and up
    public CloudFrontInvalidations(
            CloudFrontClient cloudFront, String distribution, Duration delay) {
        this(cloudFront, distribution, Pace.usual(delay));
    }

    CloudFrontInvalidations(CloudFrontClient cloudFront, String distribution, Pace pace) {
        this.cloudFront = cloudFront;
        this.delay = pace.delay();
        this.requests = new Requests(cloudFront, distribution, pace, closing);
        this.sender = Thread.ofVirtual().name("invalidations").start(this::run);
    }

    @Override
    public void of(OriginalKey key, Set<String> paths) {
        if (!waiting.add(key, paths)) {
            LOG.error("too much waits to be invalidated; caches may keep {} for a day", key);
        }
    }

    private void run() {
        try {
            while (waiting.await()) {
                boolean last = closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
                requests.send(waiting.take(MOST_PATHS), last);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // ends, with what waits
        }
    }

    /// Waits for what is under way, 10 seconds at most.
    @Override
    public void close() {
        closing.countDown();
        waiting.close();
        try {
            if (!sender.join(LAST_WORDS)) {
                LOG.warn("stopping with {} paths that are not invalidated", waiting.size());
                sender.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        cloudFront.close();
    }
}

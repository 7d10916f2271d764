package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.Queue;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.messaging.Message;

/// How a message is received, of whichever queue it is: it counts among those that are not
/// finished, has its share of the worker, and stays ours for as long as it is worked on. Safe for
/// use by many threads.
///
/// @param share of the worker, for uploads and jobs
/// @param uploads where a key goes that must be looked at again in any case
public record Reception(
        Heartbeat heartbeat,
        Deliveries deliveries,
        Share share,
        Queue uploads,
        WorkerMeters meters) {

    /// A message as it came from the framework.
    Delivery of(Message<String> message) {
        var headers = message.getHeaders();
        var visibility = headers.get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        if (visibility == null) {
            throw new IllegalStateException("the listener of SQS gives every message a visibility");
        }
        return new Delivery(
                visibility,
                Receives.of(headers),
                uploads,
                heartbeat.longestLease(),
                System::nanoTime);
    }

    /// Has it worked on.
    ///
    /// @param part of the share that it takes
    /// @throws ComeBack if nothing is begun any more
    void receive(Delivery delivery, Function<Share, Share.Taken> part, Runnable work) {
        deliveries.begin(delivery);
        long start = System.nanoTime();
        try (var _ = part.apply(share);
                var _ = heartbeat.start(delivery)) {
            work.run();
        } finally {
            deliveries.finish(delivery);
            meters.worked(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}

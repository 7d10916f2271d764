package io.imagehandler.worker.listener;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.message.UploadMessage.Changes;
import io.imagehandler.worker.queue.Queue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Follows what happens in the originals' bucket.
public final class Uploads {

    private final Passes passes;
    private final Queue queue;

    /// @param queue where what cannot be done now goes, if it came together with others
    public Uploads(Passes passes, Queue queue) {
        this.passes = passes;
        this.queue = queue;
    }

    /// Brings the renditions of every key in step. A key that fails for now does not keep the
    /// others waiting: where there are several, it goes on in a message of its own.
    ///
    /// @throws ComeBack if there is only one, and its message is to come back; or if the message
    ///   was given back meanwhile, and nobody has done the rest
    void follow(Changes message, Delivery delivery) {
        boolean alone = message.changes().size() + message.unreadable().size() == 1;
        for (UploadChange change : message.changes()) {
            if (delivery.isGivenBack()) {
                throw new ComeBack(Duration.ZERO);
            }
            Optional<Duration> again = follow(change, delivery);
            if (again.isPresent() && alone) {
                throw new ComeBack(again.get());
            }
            again.ifPresent(after -> queue.send(change.origin().body(), after, Map.of()));
        }
    }

    /// What a bucket says once, when it is told to notify the queue.
    void ignoreTest() {
        passes.meters().ignored("test");
    }

    private Optional<Duration> follow(UploadChange change, Delivery delivery) {
        passes.meters().received(change.event());
        if (!change.matters()) {
            return ignore(change, "unknown-event");
        }
        if (change.isFolder()) {
            return ignore(change, "folder");
        }
        try {
            return passes.run(change, OriginalKey.of(change.key()), delivery);
        } catch (ImageFailure unusableKey) {
            return ignore(change, "bad-key");
        }
    }

    private Optional<Duration> ignore(UploadChange change, String reason) {
        passes.meters().ignored(reason);
        passes.log().ignored(change, reason);
        return Optional.empty();
    }
}

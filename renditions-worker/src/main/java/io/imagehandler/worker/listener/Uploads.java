package io.imagehandler.worker.listener;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.log.LogText;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.Lease;
import io.imagehandler.rendition.convergence.Outcome;
import io.imagehandler.rendition.convergence.Outcome.Done;
import io.imagehandler.rendition.convergence.Outcome.Gone;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.Outcome.Later;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.worker.message.UploadChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows what happens in the originals' bucket, with one line of the log for each key.
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Convergence convergence;

    public Uploads(Convergence convergence) {
        this.convergence = convergence;
    }

    /// Brings the renditions of every key in step. A key that fails for now does not keep the
    /// others waiting.
    ///
    /// @throws RuntimeException what the first of them failed with
    void follow(List<UploadChange> changes) {
        var failures = new ArrayList<RuntimeException>();
        for (UploadChange change : changes) {
            try {
                follow(change);
            } catch (RuntimeException transientFailure) {
                failures.add(transientFailure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void follow(UploadChange change) {
        if (!change.matters() || change.isFolder()) {
            LOG.info("key={} event={} outcome=ignored", LogText.of(change.key()), change.event());
            return;
        }
        try {
            converge(OriginalKey.of(change.key()));
        } catch (ImageFailure reason) {
            LOG.info(
                    "key={} outcome=ignored reason={}",
                    LogText.of(change.key()),
                    reason.getClass().getSimpleName());
        }
    }

    private void converge(OriginalKey key) {
        long start = System.nanoTime();
        Outcome outcome = convergence.converge(key, Lease.unlimited());
        LOG.info(
                "key={} {} ms={}",
                LogText.of(key.value()),
                told(outcome),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        if (outcome instanceof Later later) {
            throw new NotDone(later);
        }
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Done done -> told(done) + " removed=" + done.removed();
            case Later later -> "outcome=later reason=" + later.getClass().getSimpleName();
        };
    }

    private static String told(Done outcome) {
        return switch (outcome) {
            case InStep(int rendered, var refused, var _) when refused.isEmpty() ->
                    "outcome=in-step rendered=" + rendered;
            case InStep(int rendered, var refused, var _) ->
                    "outcome=in-step rendered=%d refused=%s"
                            .formatted(rendered, refused.stream().map(Uploads::told).toList());
            case Rejected(Rejection rejection, var _, var _) ->
                    "outcome=rejected rendered=0 reason=" + rejection.reason();
            case Gone(var _) -> "outcome=gone rendered=0";
        };
    }

    private static String told(Refused refused) {
        String path = refused.wanted().key().path();
        String variant = path.substring(path.lastIndexOf('/') + 1);
        return LogText.of(variant + ": " + refused.reason().detail());
    }
}

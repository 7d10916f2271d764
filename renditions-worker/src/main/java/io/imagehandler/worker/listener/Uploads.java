package io.imagehandler.worker.listener;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.log.LogText;
import io.imagehandler.rendition.Convergence;
import io.imagehandler.rendition.Convergence.Outcome;
import io.imagehandler.rendition.Convergence.Result.Gone;
import io.imagehandler.rendition.Convergence.Result.InStep;
import io.imagehandler.rendition.Convergence.Result.Rejected;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Rendering.Refused;
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
        Outcome outcome = convergence.converge(key);
        LOG.info(
                "key={} {} removed={} ms={}",
                LogText.of(key.value()),
                told(outcome.result()),
                outcome.removed(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static String told(Convergence.Result result) {
        return switch (result) {
            case InStep(int rendered, var refused) when refused.isEmpty() ->
                    "outcome=in-step rendered=" + rendered;
            case InStep(int rendered, var refused) ->
                    "outcome=in-step rendered=%d refused=%s"
                            .formatted(rendered, refused.stream().map(Uploads::told).toList());
            case Rejected(ImageFailure reason) ->
                    "outcome=rejected rendered=0 reason=" + reason.getClass().getSimpleName();
            case Gone() -> "outcome=gone rendered=0";
        };
    }

    private static String told(Refused refused) {
        String path = refused.wanted().key().path();
        String variant = path.substring(path.lastIndexOf('/') + 1);
        return LogText.of(variant + ": " + refused.reason().detail());
    }
}

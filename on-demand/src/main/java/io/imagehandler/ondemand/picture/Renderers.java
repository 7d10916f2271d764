package io.imagehandler.ondemand.picture;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Attempts.Past;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who renders an original: usually this process; a quarantine, if a worker has died over these
/// very bytes; nobody, if one has found that nothing can be made of them.
///
/// What workers found is not waited for: where it cannot be had in [#PATIENCE], nothing is taken to
/// be known, and for [#REST] it is not asked for. Safe for use by many threads.
public final class Renderers {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Renderers.class);

    private final Renderer usual;
    private final Renderer quarantined;
    private final Attempts attempts;
    private volatile long restsUntil = System.nanoTime();

    /// @param quarantined renders the same as the usual one, where it hurts nobody
    /// @param attempts what workers found
    public Renderers(Renderer usual, Renderer quarantined, Attempts attempts) {
        this.usual = usual;
        this.quarantined = quarantined;
        this.attempts = attempts;
    }

    Renderer usual() {
        return usual;
    }

    /// Who renders it.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if nobody does
    /// @throws InterruptedException if nobody wants it any more
    Renderer of(OriginalKey key, EntityTag tag) throws InterruptedException {
        Past past = past(key, tag);
        if (past.rejection() != null) {
            throw past.rejection().failure();
        }
        return past.crashes() > 0 ? quarantined : usual;
    }

    private Past past(OriginalKey key, EntityTag tag) throws InterruptedException {
        if (System.nanoTime() - restsUntil < 0) {
            return Past.NONE;
        }
        var question = new FutureTask<>(() -> attempts.past(key, tag));
        Thread.ofVirtual().name("past").start(question);
        try {
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return rest("they take too long");
        } catch (ExecutionException away) {
            return rest(String.valueOf(away.getCause()));
        }
    }

    private Past rest(String why) {
        restsUntil = System.nanoTime() + REST.toNanos();
        LOG.warn("earlier attempts are not asked for a while: {}", why);
        return Past.NONE;
    }
}

package io.imagehandler.worker.failure;

import io.imagehandler.log.LogText;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Outcome.Later;
import io.imagehandler.worker.deadletter.DeadLetter;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Cause.Kind;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.observation.WorkerMeters;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Decides what becomes of an upload whose pass did not come to its end. Failures are counted where
/// they are seen, for the key that they are of; how often a message was received says nothing of
/// that. Safe for use by many threads.
public final class Failures {

    /// So many failures in a row, and the message goes to the dead letters. They are counted on:
    /// what is sent here again has as many tries again.
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Attempts attempts;
    private final DeadLetters deadLetters;
    private final Outages outages;
    private final Settings settings;

    /// @param engine its version, for dead letters
    public record Settings(Backoff backoff, WorkerMeters meters, String engine) {}

    public Failures(
            Attempts attempts, DeadLetters deadLetters, Outages outages, Settings settings) {
        this.attempts = attempts;
        this.deadLetters = deadLetters;
        this.outages = outages;
        this.settings = settings;
    }

    /// A pass threw.
    ///
    /// @param receives how often the message was received, 1 and up
    /// @return how long the message is to stay away; nothing if it is done with
    public Optional<Duration> thrown(
            OriginalKey key, UploadChange change, int receives, Throwable thrown) {
        Cause cause = Cause.of(thrown);
        settings.meters().failed(cause.code());
        report(key, cause, thrown);
        boolean counted = cause.kind() != Kind.OURSELVES && !isOutage(cause);
        OptionalInt failures = counted ? count(key, cause.code()) : release(key);
        String reason = cause.kind() == Kind.DEFECT ? "defect" : "transient";
        return decide(change, failures, receives, reason, cause.code() + ": " + cause.detail());
    }

    /// A pass stopped for now.
    ///
    /// @return as [#thrown]
    public Optional<Duration> stopped(
            OriginalKey key, UploadChange change, int receives, Later outcome) {
        if (!outcome.isFailure()) {
            return Optional.of(settings.backoff().between(outcome.soonest(), outcome.latest()));
        }
        String word = WorkerMeters.word(outcome);
        return decide(change, count(key, word), receives, "transient", word)
                .map(_ -> settings.backoff().between(outcome.soonest(), outcome.latest()));
    }

    /// The word for what was thrown, for logs.
    public static String code(Throwable thrown) {
        return Cause.of(thrown).code();
    }

    private Optional<Duration> decide(
            UploadChange change, OptionalInt failures, int receives, String reason, String detail) {
        if (failures.isEmpty()) {
            return Optional.of(settings.backoff().after(receives));
        }
        int count = failures.getAsInt();
        if (count % MOST != 0) {
            return Optional.of(settings.backoff().after(count % MOST));
        }
        deadLetters.send(DeadLetter.failed(change, reason, detail, settings.engine(), MOST));
        return Optional.empty();
    }

    private boolean isOutage(Cause cause) {
        return cause.kind() == Kind.SERVICE && outages.isAny();
    }

    /// Nothing if that cannot be known now.
    private OptionalInt count(OriginalKey key, String reason) {
        try {
            return OptionalInt.of(attempts.fail(key, reason));
        } catch (SdkException away) {
            LOG.warn("a failure cannot be counted: {}", away.getMessage());
            return OptionalInt.empty();
        }
    }

    private OptionalInt release(OriginalKey key) {
        attempts.release(key);
        return OptionalInt.empty();
    }

    /// With its stack if it is a defect; what is to be expected of other services is one line.
    private static void report(OriginalKey key, Cause cause, Throwable thrown) {
        String name = LogText.of(key.value());
        switch (cause.kind()) {
            case SERVICE, OURSELVES ->
                    LOG.atWarn()
                            .addKeyValue("key", name)
                            .addKeyValue("cause", LogText.of(cause.detail()))
                            .log("failed for now: " + cause.code());
            case DEFECT -> LOG.atError().addKeyValue("key", name).setCause(thrown).log("failed");
        }
    }
}

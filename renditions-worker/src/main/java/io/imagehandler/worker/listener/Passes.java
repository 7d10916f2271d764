package io.imagehandler.worker.listener;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.Outcome;
import io.imagehandler.rendition.convergence.Outcome.Done;
import io.imagehandler.rendition.convergence.Outcome.Later;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Failures;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.observation.PassLog;
import io.imagehandler.worker.observation.WorkerMeters;
import java.time.Duration;
import java.util.Optional;

/// Runs passes, and sees to what becomes of them.
///
/// @param engine its version
public record Passes(
        Convergence convergence,
        Failures failures,
        DeadLetters deadLetters,
        PassLog log,
        WorkerMeters meters,
        String engine) {

    /// One pass for one key.
    ///
    /// @return how long until another is to be tried; nothing if the change is done with
    Optional<Duration> run(UploadChange change, OriginalKey key, Delivery delivery) {
        delivery.turnTo(key);
        var errand = new Errand(change, delivery, deadLetters, engine);
        long start = System.nanoTime();
        try {
            Outcome outcome = convergence.converge(key, errand);
            log.ended(change, delivery.receives(), outcome, since(start));
            meters.passed(outcome);
            return follow(errand, key, outcome);
        } catch (RuntimeException thrown) {
            log.failed(change, delivery.receives(), Failures.code(thrown), since(start));
            return failures.thrown(key, change, delivery.receives(), thrown);
        }
    }

    private Optional<Duration> follow(Errand errand, OriginalKey key, Outcome outcome) {
        UploadChange change = errand.change();
        Delivery delivery = errand.delivery();
        if (delivery.isGivenBack()) {
            return Optional.of(Duration.ZERO);
        }
        return switch (outcome) {
            case Later later -> failures.stopped(key, change, delivery.receives(), later);
            case Done done -> {
                if (done instanceof Rejected known && !known.found() && delivery.isSentAgain()) {
                    errand.reject(known.etag(), known.rejection());
                }
                if (change.origin().time() != null) {
                    meters.acknowledged(change.origin().time());
                }
                yield Optional.empty();
            }
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

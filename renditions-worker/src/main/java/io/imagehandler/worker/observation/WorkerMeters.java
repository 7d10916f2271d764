package io.imagehandler.worker.observation;

import io.imagehandler.rendition.convergence.Outcome;
import io.imagehandler.rendition.convergence.Outcome.Busy;
import io.imagehandler.rendition.convergence.Outcome.Done;
import io.imagehandler.rendition.convergence.Outcome.Gone;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.Outcome.Later;
import io.imagehandler.rendition.convergence.Outcome.LeaseLost;
import io.imagehandler.rendition.convergence.Outcome.Rejected;
import io.imagehandler.rendition.convergence.Outcome.StillChanging;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// The figures of the worker. Safe for use by many threads.
public final class WorkerMeters {

    private static final Set<String> EVENTS =
            Set.of("ObjectCreated", "ObjectRemoved", "LifecycleExpiration");

    private final MeterRegistry registry;

    public WorkerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param event its name without `s3:`
    public void received(String event) {
        String sort = event.substring(0, Math.max(0, event.indexOf(':')));
        count("events.received", "event", EVENTS.contains(sort) ? sort : "other");
    }

    /// @param reason of our own words
    public void ignored(String reason) {
        count("events.ignored", "reason", reason);
    }

    /// @param changed when the object of the event changed
    public void acknowledged(Instant changed) {
        Duration lag = Duration.between(changed, Instant.now());
        registry.timer("events.lag").record(lag.isNegative() ? Duration.ZERO : lag);
    }

    /// @param time that a message had a slot
    public void worked(Duration time) {
        registry.timer("slots.taken").record(time);
    }

    /// A job of the backfill queue was begun.
    public void job() {
        count("backfill.jobs");
    }

    public void passed(Outcome outcome) {
        count("events.passes", "outcome", word(outcome));
        switch (outcome) {
            case InStep(int rendered, var _, var _) -> add("renditions.written", rendered);
            case Rejected rejected ->
                    count("image.rejected", "reason", rejected.rejection().reason());
            case LeaseLost _ -> count("sqs.lease.lost");
            case Gone _, Busy _, StillChanging _ -> {}
        }
        if (outcome instanceof Done done) {
            add("renditions.swept", done.removed());
        }
    }

    /// @param reason of our own words
    public void failed(String reason) {
        count("events.failed", "reason", reason);
    }

    public void buried(String reason) {
        count("dlq.sent", "reason", reason);
    }

    public void acknowledgementFailed() {
        count("sqs.ack.failed");
    }

    public void heartbeatFailed() {
        count("sqs.heartbeat.failed");
    }

    /// A picture was rendered where nothing else can be hurt.
    public void quarantined() {
        count("image.quarantined");
    }

    /// A decoder died, or does not come to an end.
    public void crashed(String reason) {
        count("image.crashes", "reason", reason);
    }

    /// In logs and figures.
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case InStep _ -> "in-step";
            case Rejected _ -> "rejected";
            case Gone _ -> "gone";
            case Later later -> word(later);
        };
    }

    private static String word(Later outcome) {
        return switch (outcome) {
            case Busy _ -> "busy";
            case StillChanging _ -> "still-changing";
            case LeaseLost _ -> "lease-lost";
        };
    }

    private void count(String name, String... tags) {
        registry.counter(name, tags).increment();
    }

    private void add(String name, int amount) {
        registry.counter(name).increment(amount);
    }
}

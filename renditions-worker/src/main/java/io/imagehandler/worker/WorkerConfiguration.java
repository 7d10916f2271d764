package io.imagehandler.worker;

import io.imagehandler.config.ImageSettings;
import io.imagehandler.config.metrics.CallTimer;
import io.imagehandler.config.metrics.Foundations;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Invalidations;
import io.imagehandler.rendition.convergence.Manifests;
import io.imagehandler.rendition.convergence.RenditionEvents;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.convergence.Witnesses;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Backoff;
import io.imagehandler.worker.failure.Failures;
import io.imagehandler.worker.failure.ForgivingAttempts;
import io.imagehandler.worker.failure.Outages;
import io.imagehandler.worker.hang.HangWatch;
import io.imagehandler.worker.health.Health;
import io.imagehandler.worker.listener.Deliveries;
import io.imagehandler.worker.listener.Farewell;
import io.imagehandler.worker.listener.Heartbeat;
import io.imagehandler.worker.listener.Passes;
import io.imagehandler.worker.listener.Reception;
import io.imagehandler.worker.listener.Share;
import io.imagehandler.worker.listener.UploadListener;
import io.imagehandler.worker.listener.Uploads;
import io.imagehandler.worker.observation.PassLog;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.Listening;
import io.imagehandler.worker.queue.Pulse;
import io.imagehandler.worker.queue.Queue;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what a message sets off.
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    ImageSettings imageSettings(WorkerSettings settings) {
        return settings.images();
    }

    @Bean
    ForgivingAttempts forgivingAttempts(@Qualifier("attempts") Attempts attempts) {
        return new ForgivingAttempts(attempts);
    }

    @Bean
    Stores stores(Originals originals, Renditions renditions, Manifests manifests) {
        return new Stores(originals, renditions, manifests);
    }

    @Bean
    Witnesses witnesses(
            ForgivingAttempts attempts, Invalidations invalidations, RenditionEvents events) {
        return new Witnesses(attempts, invalidations, events);
    }

    @Bean
    Convergence convergence(
            Stores stores, Witnesses witnesses, EagerRenditions eager, Darkroom darkroom) {
        return new Convergence(stores, witnesses, eager, darkroom);
    }

    @Bean
    EagerRenditions eagerRenditions(Styles styles, WorkerSettings settings) {
        return new EagerRenditions(styles, settings.manifest());
    }

    @Bean
    CallTimer callTimer(MeterRegistry registry) {
        return new CallTimer(registry);
    }

    @Bean
    Foundations foundations(Styles styles, ImageEngine engine) {
        return new Foundations(styles, engine);
    }

    @Bean
    WorkerMeters workerMeters(MeterRegistry registry) {
        return new WorkerMeters(registry);
    }

    @Bean
    Heartbeat heartbeat(ForgivingAttempts attempts, WorkerMeters meters, WorkerSettings settings) {
        return new Heartbeat(settings.visibility(), attempts, meters);
    }

    @Bean
    Deliveries deliveries(ForgivingAttempts attempts) {
        return new Deliveries(attempts);
    }

    @Bean
    Farewell farewell(Deliveries deliveries) {
        return new Farewell(deliveries);
    }

    @Bean
    DeadLetters deadLetters(@Qualifier("deadLetterQueue") Queue queue, WorkerMeters meters) {
        return new DeadLetters(queue, meters);
    }

    @Bean
    Backoff backoff() {
        return new Backoff(() -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    Failures failures(
            ForgivingAttempts attempts,
            DeadLetters deadLetters,
            Outages outages,
            Failures.Settings settings) {
        return new Failures(attempts, deadLetters, outages, settings);
    }

    @Bean
    Failures.Settings failureSettings(Backoff backoff, WorkerMeters meters, ImageEngine engine) {
        return new Failures.Settings(backoff, meters, engine.version());
    }

    @Bean
    Passes passes(
            Convergence convergence,
            Failures failures,
            DeadLetters deadLetters,
            WorkerMeters meters,
            ImageEngine engine) {
        var log = new PassLog(engine.version());
        return new Passes(convergence, failures, deadLetters, log, meters, engine.version());
    }

    @Bean
    UploadListener uploadListener(
            @Qualifier("passes") Passes passes,
            DeadLetters deadLetters,
            Reception reception,
            @Qualifier("uploadQueue") Queue queue) {
        return new UploadListener(new Uploads(passes, queue), deadLetters, reception);
    }

    @Bean
    Reception reception(
            Heartbeat heartbeat,
            Deliveries deliveries,
            Share share,
            @Qualifier("uploadQueue") Queue uploads,
            WorkerMeters meters) {
        return new Reception(heartbeat, deliveries, share, uploads, meters);
    }

    @Bean
    Share share(WorkerSettings settings) {
        return new Share(settings.slots());
    }

    @Bean
    Health health(
            Styles styles,
            Listening listening,
            Deliveries deliveries,
            Pulse pulse,
            HangWatch hangs) {
        return new Health(
                () -> styles.isLoaded() && listening.hasBegun() && !deliveries.isEnding(),
                () -> pulse.isBeating() && !hangs.isHung());
    }
}

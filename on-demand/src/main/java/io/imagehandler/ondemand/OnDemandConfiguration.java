package io.imagehandler.ondemand;

import io.imagehandler.config.ImageSettings;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.ondemand.admission.Admission;
import io.imagehandler.ondemand.admission.AdmissionCounts;
import io.imagehandler.ondemand.admission.Freshness;
import io.imagehandler.ondemand.admission.Memory;
import io.imagehandler.ondemand.admission.Slots;
import io.imagehandler.ondemand.admission.Sources;
import io.imagehandler.ondemand.admission.Watchdog;
import io.imagehandler.ondemand.admission.tomcat.ClientConfiguration;
import io.imagehandler.ondemand.admission.tomcat.Connection;
import io.imagehandler.ondemand.explain.ExplainConfiguration;
import io.imagehandler.ondemand.health.Drain;
import io.imagehandler.ondemand.health.HealthConfiguration;
import io.imagehandler.ondemand.http.CachingSettings;
import io.imagehandler.ondemand.http.CorsSettings;
import io.imagehandler.ondemand.metrics.MetricsConfiguration;
import io.imagehandler.ondemand.picture.LookUps;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Renderers;
import io.imagehandler.ondemand.picture.Shelf;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.ondemand.picture.WriteBack;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.style.Styles;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultLifecycleProcessor;

/// Wires the service.
@Configuration(proxyBeanMethods = false)
@Import({
    ClientConfiguration.class,
    ExplainConfiguration.class,
    HealthConfiguration.class,
    MetricsConfiguration.class
})
class OnDemandConfiguration {

    /// Leaves most of the stores' connections to those who read and write.
    private static final int MOST_LOOK_UPS = 32;

    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Bean
    ImageSettings imageSettings(OnDemandSettings settings) {
        return settings.images();
    }

    @Bean
    CachingSettings cachingSettings(OnDemandSettings settings) {
        return settings.caching();
    }

    @Bean
    CorsSettings corsSettings(OnDemandSettings settings) {
        return settings.cors();
    }

    @Bean
    Targets targets(Styles styles, OnDemandSettings settings) {
        return new Targets(styles, settings.signing().verification());
    }

    @Bean
    Watchdog watchdog() {
        return new Watchdog();
    }

    @Bean
    Drain drain(OnDemandSettings settings) {
        return new Drain(settings.drain());
    }

    /// Gives each part of the end its time: the drain, and then requests that are under way.
    @Bean
    DefaultLifecycleProcessor lifecycleProcessor(OnDemandSettings settings) {
        var processor = new DefaultLifecycleProcessor();
        processor.setTimeoutForShutdownPhase(Drain.PHASE, settings.drain().plus(MARGIN).toMillis());
        processor.setTimeoutForShutdownPhase(
                WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE,
                settings.deadline().toMillis());
        return processor;
    }

    @Bean
    Slots slots(OnDemandSettings settings, Watchdog watchdog) {
        return new Slots(settings.slots(), settings.queueWait(), watchdog);
    }

    @Bean
    Memory memory(MemoryBudget budget) {
        return new Memory(budget);
    }

    @Bean
    Freshness freshness(Originals originals) {
        return new Freshness(originals);
    }

    @Bean
    Sources sources(
            Originals originals, Freshness freshness, Memory memory, OnDemandSettings settings) {
        var bounds =
                new Sources.Bounds(
                        settings.limits().limits().bytes(), settings.sourceCache().toBytes());
        return new Sources(originals, freshness, memory, bounds);
    }

    @Bean
    Admission admission(Slots slots, Sources sources, Memory memory, OnDemandSettings settings) {
        return new Admission(slots, sources, memory, settings.queueWait());
    }

    @Bean
    AdmissionCounts admissionCounts(Pictures pictures) {
        return pictures.counts();
    }

    @Bean
    WriteBack writeBack(
            Originals originals, Renditions renditions, Memory memory, OnDemandSettings settings) {
        return new WriteBack(originals, renditions, memory, settings.slots());
    }

    @Bean
    LookUps lookUps(
            Originals originals,
            Renditions renditions,
            Renderer renderer,
            OnDemandSettings settings) {
        var bounds = new LookUps.Bounds(settings.limits().limits().bytes(), MOST_LOOK_UPS);
        return new LookUps(originals, renditions, renderer, bounds);
    }

    @Bean
    Renderers renderers(
            Renderer renderer,
            @Qualifier("quarantinedRenderer") Renderer quarantined,
            Attempts attempts) {
        return new Renderers(renderer, quarantined, attempts);
    }

    @Bean
    Pictures pictures(
            Originals originals,
            Renderers renderers,
            Admission admission,
            WriteBack writeBack,
            OnDemandSettings settings) {
        var callers = new Pictures.Callers(Connection::current, settings.deadline());
        return new Pictures(originals, renderers, admission, new Shelf(writeBack), callers);
    }
}

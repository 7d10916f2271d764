package io.imagehandler.worker;

import io.imagehandler.config.CommonConfiguration;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Manifests;
import io.imagehandler.rendition.convergence.Overseer;
import io.imagehandler.rendition.convergence.RendererDarkroom;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.rendition.upkeep.Runs;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.command.CommandFailed;
import io.imagehandler.worker.command.Workbench;
import io.imagehandler.worker.queue.Queue;
import io.imagehandler.worker.upkeep.Jobs;
import io.imagehandler.worker.upkeep.SqsJobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// What commands need of the worker, by the same settings: no listener, no web server, and nothing
/// that is not asked for.
record Workshop(ConfigurableApplicationContext context) implements Workbench {

    private static final Duration MEMORY_PATIENCE = Duration.ofMinutes(1);

    /// @throws CommandFailed if the settings do not allow it
    static Workbench open() {
        try {
            var context =
                    new SpringApplicationBuilder(Wiring.class)
                            .web(WebApplicationType.NONE)
                            .lazyInitialization(true)
                            .logStartupInfo(false)
                            // The end is ours: where it has come to is still to be written down.
                            .registerShutdownHook(false)
                            .properties(Map.of("logging.level.root", "warn"))
                            .run();
            return new Workshop(context);
        } catch (BeansException wrong) {
            throw failed(wrong);
        }
    }

    /// Not found by the worker's own search for configurations.
    @EnableAutoConfiguration
    @EnableConfigurationProperties(WorkerSettings.class)
    @Import(CommonConfiguration.class)
    static class Wiring {

        @Bean
        static ImageSettings imageSettings(WorkerSettings settings) {
            return settings.images();
        }

        @Bean
        static EagerRenditions eagerRenditions(Styles styles, WorkerSettings settings) {
            return new EagerRenditions(styles, settings.manifest());
        }

        @Bean
        static Darkroom darkroom(
                Renderer renderer,
                @Qualifier("quarantinedRenderer") Renderer quarantined,
                MemoryBudget memory,
                ImageSettings settings) {
            var renderers = new RendererDarkroom.Renderers(renderer, quarantined, Overseer.none());
            return new RendererDarkroom(
                    renderers, settings.limits().bytes(), memory, MEMORY_PATIENCE);
        }

        @Bean
        static Jobs jobs(SqsAsyncClient sqs, WorkerSettings settings) {
            if (settings.backfillQueue().isBlank()) {
                throw new CommandFailed("image-handler.backfill-queue must be set");
            }
            var queue = new Queue(sqs, settings.backfillQueue(), "image-handler.backfill-queue");
            return new SqsJobs(sqs, queue::url);
        }
    }

    @Override
    public Stores stores() {
        return new Stores(the(Originals.class), the(Renditions.class), the(Manifests.class));
    }

    @Override
    public Listings listings() {
        return the(Listings.class);
    }

    @Override
    public EagerRenditions eager() {
        return the(EagerRenditions.class);
    }

    @Override
    public Darkroom darkroom() {
        return the(Darkroom.class);
    }

    @Override
    public Attempts attempts() {
        return the(Attempts.class);
    }

    @Override
    public Runs runs() {
        return the(Runs.class);
    }

    @Override
    public Jobs jobs() {
        return the(Jobs.class);
    }

    @Override
    public MeterRegistry meters() {
        return the(MeterRegistry.class);
    }

    @Override
    public int slots() {
        return the(WorkerSettings.class).slots();
    }

    @Override
    public Duration styleRefresh() {
        return the(WorkerSettings.class).styleRefresh();
    }

    @Override
    public void close() {
        context.close();
    }

    private <T> T the(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (BeansException wrong) {
            throw failed(wrong);
        }
    }

    private static CommandFailed failed(BeansException wrong) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(wrong);
        return new CommandFailed(String.valueOf(cause.getMessage()));
    }
}

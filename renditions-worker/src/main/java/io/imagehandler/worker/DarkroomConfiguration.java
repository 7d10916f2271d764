package io.imagehandler.worker;

import io.imagehandler.config.ImageSettings;
import io.imagehandler.engine.quarantine.Quarantine;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.RendererDarkroom;
import io.imagehandler.worker.failure.ForgivingAttempts;
import io.imagehandler.worker.hang.Hang;
import io.imagehandler.worker.hang.HangWatch;
import io.imagehandler.worker.listener.Deliveries;
import io.imagehandler.worker.observation.WorkerMeters;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where renditions are made: here, and what others have died over in quarantine.
@Configuration(proxyBeanMethods = false)
class DarkroomConfiguration {

    /// A message that waits longer for memory makes place for others, and comes back.
    private static final Duration MEMORY_PATIENCE = Duration.ofMinutes(1);

    @Bean
    Darkroom darkroom(
            Renderer renderer,
            @Qualifier("quarantinedRenderer") Renderer quarantined,
            HangWatch hangs,
            MemoryBudget memory,
            ImageSettings settings) {
        var renderers = new RendererDarkroom.Renderers(renderer, quarantined, hangs);
        return new RendererDarkroom(renderers, settings.limits().bytes(), memory, MEMORY_PATIENCE);
    }

    @Bean
    HangWatch hangWatch(
            ForgivingAttempts attempts,
            Deliveries deliveries,
            WorkerMeters meters,
            ImageSettings settings) {
        var hang = new Hang(attempts, deliveries, meters, Runtime.getRuntime()::halt);
        return new HangWatch(settings.rendering().time(), hang);
    }

    /// Counts what happens in quarantine.
    @Bean
    Quarantine.Observer quarantineObserver(WorkerMeters meters) {
        return new Quarantine.Observer() {
            @Override
            public void quarantined() {
                meters.quarantined();
            }

            @Override
            public void lost(String reason) {
                meters.crashed(reason);
            }
        };
    }
}

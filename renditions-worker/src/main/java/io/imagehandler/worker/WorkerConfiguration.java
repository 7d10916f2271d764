package io.imagehandler.worker;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsContainerOptionsBuilder;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Manifests;
import io.imagehandler.rendition.convergence.RendererDarkroom;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.convergence.Witnesses;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.deadletter.QueueUrl;
import io.imagehandler.worker.listener.Heartbeat;
import io.imagehandler.worker.listener.RedeliverLater;
import io.imagehandler.worker.listener.UploadListener;
import io.imagehandler.worker.listener.Uploads;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// Wires the worker. Its listeners run on platform threads, as many as there are slots: they
/// render.
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    /// SQS hands out no more at a time.
    private static final int MOST_PER_POLL = 10;

    /// Short, because a poll is not cut off when the worker stops.
    private static final Duration POLL = Duration.ofSeconds(5);

    /// A poll waits so long for all slots to be free before it takes less. With the default of 10
    /// seconds, one long job leaves the other slots empty.
    private static final Duration WAIT_FOR_SLOTS = Duration.ofMillis(200);

    private static final Duration FINISH = Duration.ofMinutes(1);

    /// A message that waits longer for memory makes place for others, and comes back.
    private static final Duration MEMORY_PATIENCE = Duration.ofMinutes(1);

    @Bean
    ImageSettings imageSettings(WorkerSettings settings) {
        return settings.images();
    }

    @Bean
    Convergence convergence(
            Originals originals,
            Renditions renditions,
            Manifests manifests,
            Darkroom darkroom,
            EagerRenditions eager) {
        return new Convergence(
                new Stores(originals, renditions, manifests), Witnesses.none(), eager, darkroom);
    }

    @Bean
    EagerRenditions eagerRenditions(Styles styles, WorkerSettings settings) {
        return new EagerRenditions(styles, settings.manifest());
    }

    @Bean
    Darkroom darkroom(Renderer renderer, MemoryBudget memory, ImageSettings settings) {
        return new RendererDarkroom(renderer, settings.limits().bytes(), memory, MEMORY_PATIENCE);
    }

    @Bean
    Heartbeat heartbeat() {
        return new Heartbeat();
    }

    @Bean
    DeadLetters deadLetters(SqsAsyncClient sqs, WorkerSettings settings) {
        return new DeadLetters(
                sqs,
                QueueUrl.of(sqs, settings.deadLetterQueue(), "image-handler.dead-letter-queue"));
    }

    @Bean
    UploadListener uploadListener(
            Convergence convergence, DeadLetters deadLetters, Heartbeat heartbeat) {
        return new UploadListener(new Uploads(convergence), deadLetters, heartbeat);
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs, WorkerSettings settings) {
        QueueUrl.of(sqs, settings.uploadQueue(), "image-handler.upload-queue");
        return SqsMessageListenerContainerFactory.<Object>builder()
                .sqsAsyncClient(sqs)
                .errorHandler(new RedeliverLater(() -> ThreadLocalRandom.current().nextLong()))
                .configure(options -> configure(options, settings.slots()))
                .build();
    }

    private static void configure(SqsContainerOptionsBuilder options, int slots) {
        options.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                .messageVisibility(Heartbeat.VISIBILITY)
                .maxConcurrentMessages(slots)
                .maxMessagesPerPoll(Math.min(slots, MOST_PER_POLL))
                .maxDelayBetweenPolls(WAIT_FOR_SLOTS)
                .pollTimeout(POLL)
                .listenerShutdownTimeout(FINISH)
                .acknowledgementMode(AcknowledgementMode.ON_SUCCESS)
                // One at a time: a batch that is acknowledged later can be lost at the end, and
                // fails whole if a message comes twice. The constant is compared by identity.
                .acknowledgementInterval(Duration.ZERO)
                .acknowledgementThreshold(0);
    }
}

package io.imagehandler.worker;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactory;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Backoff;
import io.imagehandler.worker.failure.Failures;
import io.imagehandler.worker.listener.BackfillListener;
import io.imagehandler.worker.listener.Passes;
import io.imagehandler.worker.listener.Reception;
import io.imagehandler.worker.listener.RedeliverLater;
import io.imagehandler.worker.listener.Share;
import io.imagehandler.worker.observation.LostAcknowledgements;
import io.imagehandler.worker.observation.PassLog;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.Gate;
import io.imagehandler.worker.queue.Pulse;
import io.imagehandler.worker.queue.Queue;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// Wires what a job of the backfill queue sets off, where there is such a queue.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${image-handler.backfill-queue:}'.isBlank()")
class BackfillConfiguration {

    @Bean
    Queue backfillQueue(SqsAsyncClient sqs, WorkerSettings settings) {
        var queue = new Queue(sqs, settings.backfillQueue(), "image-handler.backfill-queue");
        return QueueConfiguration.known(queue);
    }

    @Bean
    BackfillListener backfillListener(
            @Qualifier("tidyingPasses") Passes passes,
            Styles styles,
            DeadLetters deadLetters,
            Reception reception) {
        return new BackfillListener(passes, styles, deadLetters, reception);
    }

    @Bean
    Passes tidyingPasses(
            Convergence convergence,
            Failures failures,
            DeadLetters deadLetters,
            WorkerMeters meters,
            ImageEngine engine) {
        var log = new PassLog(engine.version());
        var tidying = convergence.tidying();
        return new Passes(tidying, failures, deadLetters, log, meters, engine.version());
    }

    /// Behind the uploads: a message is asked for only where they leave room.
    @Bean(BackfillListener.FACTORY)
    SqsMessageListenerContainerFactory<Object> backfillListenerContainerFactory(
            SqsAsyncClient sqs,
            @Qualifier("workIsPossible") BooleanSupplier workIsPossible,
            Share share,
            Backoff backoff,
            WorkerMeters meters,
            WorkerSettings settings) {
        BackPressureHandlerFactory gate =
                Gate.before(() -> workIsPossible.getAsBoolean() && share.hasRoom(), new Pulse());
        return SqsMessageListenerContainerFactory.<Object>builder()
                .sqsAsyncClient(sqs)
                .errorHandler(new RedeliverLater(backoff))
                .acknowledgementResultCallback(new LostAcknowledgements(meters))
                .configure(options ->
                        ListenerConfiguration.configure(
                                        options, Share.most(settings.slots()), settings)
                                .backPressureHandlerFactory(gate))
                .build();
    }
}

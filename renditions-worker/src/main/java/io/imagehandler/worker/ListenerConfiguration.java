package io.imagehandler.worker;

import io.awspring.cloud.autoconfigure.sqs.SqsAsyncClientCustomizer;
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsContainerOptionsBuilder;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactory;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.failure.Backoff;
import io.imagehandler.worker.failure.Outages;
import io.imagehandler.worker.listener.Deliveries;
import io.imagehandler.worker.listener.RedeliverLater;
import io.imagehandler.worker.observation.LostAcknowledgements;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.Gate;
import io.imagehandler.worker.queue.Pulse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.retry.backoff.BackOffPolicyBuilder;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// How messages are received. The listeners run on platform threads, as many as there are slots:
/// they render.
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    /// SQS hands out no more at a time.
    private static final int MOST_PER_POLL = 10;

    /// Short, because a poll is not cut off when the worker stops.
    private static final Duration POLL = Duration.ofSeconds(5);

    /// Whoever polls looks so often whether the end has begun while no slot is free.
    private static final Duration WAIT_FOR_SLOT = Duration.ofMillis(200);

    /// While SQS does not answer, it is asked again after 1, 2, 4 and so many seconds, so that with
    /// the SDK's own tries no 10 s go by without a question.
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(8);

    private static final Duration FINISH = Duration.ofMinutes(1);

    /// Longer than a poll.
    private static final Duration ATTEMPT = Duration.ofSeconds(8);

    private static final Duration CALL = Duration.ofSeconds(15);

    @Bean
    SqsAsyncClientCustomizer ourSqsClient() {
        return builder ->
                builder.overrideConfiguration(
                        builder.overrideConfiguration().toBuilder()
                                .apiCallAttemptTimeout(ATTEMPT)
                                .apiCallTimeout(CALL)
                                .build());
    }

    @Bean
    Pulse pulse() {
        return new Pulse();
    }

    /// Nobody asks for what could not be worked on.
    @Bean
    BooleanSupplier workIsPossible(
            Deliveries deliveries, Outages outages, MemoryBudget memory, Styles styles) {
        return () ->
                !deliveries.isEnding()
                        && !outages.isAny()
                        && memory.waiting() == 0
                        && styles.isLoaded();
    }

    @Bean
    BackPressureHandlerFactory gate(
            @Qualifier("workIsPossible") BooleanSupplier workIsPossible, Pulse pulse) {
        return Gate.before(workIsPossible, pulse);
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs,
            BackPressureHandlerFactory gate,
            Backoff backoff,
            WorkerMeters meters,
            WorkerSettings settings) {
        return SqsMessageListenerContainerFactory.<Object>builder()
                .sqsAsyncClient(sqs)
                .errorHandler(new RedeliverLater(backoff))
                .acknowledgementResultCallback(new LostAcknowledgements(meters))
                .configure(options ->
                        configure(options, settings.slots(), settings)
                                .backPressureHandlerFactory(gate))
                .build();
    }

    static SqsContainerOptionsBuilder configure(
            SqsContainerOptionsBuilder options, int slots, WorkerSettings settings) {
        // It begins when the queues have answered.
        return options.autoStartup(false)
                .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                .messageVisibility(settings.visibility())
                .maxConcurrentMessages(slots)
                .maxMessagesPerPoll(Math.min(slots, MOST_PER_POLL))
                .maxDelayBetweenPolls(WAIT_FOR_SLOT)
                .pollTimeout(POLL)
                .pollBackOffPolicy(
                        BackOffPolicyBuilder.newBuilder()
                                .delay(1_000)
                                .multiplier(2)
                                .maxDelay(LONGEST_BACK_OFF.toMillis())
                                .build())
                .listenerShutdownTimeout(FINISH)
                .acknowledgementMode(AcknowledgementMode.ON_SUCCESS)
                // One at a time: a batch that is acknowledged later can be lost at the end, and
                // fails whole if a message comes twice. The constant is compared by identity.
                .acknowledgementInterval(Duration.ZERO)
                .acknowledgementThreshold(0);
    }
}

package io.imagehandler.worker;

import io.awspring.cloud.sqs.QueueAttributesResolvingException;
import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;
import io.imagehandler.config.WrongSetting;
import io.imagehandler.worker.listener.BackfillListener;
import io.imagehandler.worker.listener.UploadListener;
import io.imagehandler.worker.queue.Listening;
import io.imagehandler.worker.queue.Queue;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// The queues, and when it is time to listen.
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(QueueConfiguration.class);

    @Bean
    Queue uploadQueue(SqsAsyncClient sqs, WorkerSettings settings) {
        return known(new Queue(sqs, settings.uploadQueue(), "image-handler.upload-queue"));
    }

    @Bean
    Queue deadLetterQueue(SqsAsyncClient sqs, WorkerSettings settings) {
        return known(new Queue(sqs, settings.deadLetterQueue(), "image-handler.dead-letter-queue"));
    }

    @Bean
    Listening listening(
            @Qualifier("uploadQueue") Queue uploads,
            @Qualifier("deadLetterQueue") Queue deadLetters,
            @Qualifier("backfillQueue") Optional<Queue> backfill,
            MessageListenerContainerRegistry registry,
            ApplicationContext context) {
        return new Listening(
                Stream.concat(Stream.of(uploads, deadLetters), backfill.stream()).toList(),
                () -> {
                    start(UploadListener.ID, registry);
                    backfill.ifPresent(_ -> start(BackfillListener.ID, registry));
                },
                wrong -> stop(context, wrong));
    }

    /// Only once the worker says that it is alive, since SQS may take its time.
    @Bean
    ApplicationListener<ApplicationReadyEvent> beginToListen(Listening listening) {
        return _ -> listening.begin();
    }

    /// A queue that does not exist stops the start; that SQS does not answer does not.
    static Queue known(Queue queue) {
        try {
            queue.url();
        } catch (SdkException away) {
            LOG.warn("a queue cannot be looked up yet: {}", away.getMessage());
        }
        return queue;
    }

    private static void start(String listener, MessageListenerContainerRegistry registry) {
        MessageListenerContainer<?> container = registry.getContainerById(listener);
        if (container == null) {
            throw new IllegalStateException("there is no listener called " + listener);
        }
        try {
            container.start();
        } catch (QueueAttributesResolvingException failure) {
            container.stop();
            throw SdkClientException.create("the queue does not answer", failure);
        }
    }

    private static void stop(ApplicationContext context, WrongSetting wrong) {
        LOG.error("{}", wrong.getMessage());
        // In a thread of its own: the end waits for the one that calls.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }
}

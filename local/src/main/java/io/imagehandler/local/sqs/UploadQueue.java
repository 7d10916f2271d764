package io.imagehandler.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// The queue that hears of uploads.
///
/// @param url where it is
/// @param isNew whether it was made just now
public record UploadQueue(String url, boolean isNew) {

    /// How often a message is received before it is buried.
    private static final int MOST_RECEIVES = 10;

    /// How long a received message is hidden from others, in seconds.
    private static final int VISIBILITY = 120;

    /// How long a queue that was kept may take to appear.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /// The queue of that name; made, with the queue of its dead letters, if it is not there.
    public static UploadQueue in(SqsClient sqs, String name, String deadLetters) {
        return find(sqs, name)
                .map(url -> new UploadQueue(url, false))
                .orElseGet(() -> new UploadQueue(create(sqs, name, deadLetters), true));
    }

    /// The same, of a server that may still be fetching it from disk.
    public static UploadQueue in(
            SqsClient sqs, String name, String deadLetters, QueueServer server) {
        var deadline = Instant.now().plus(server.isResumed() ? PATIENCE : Duration.ZERO);
        while (Instant.now().isBefore(deadline) && find(sqs, name).isEmpty()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return in(sqs, name, deadLetters);
    }

    private static Optional<String> find(SqsClient sqs, String name) {
        try {
            return Optional.of(sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
        } catch (QueueDoesNotExistException _) {
            return Optional.empty();
        }
    }

    private static String create(SqsClient sqs, String name, String deadLetters) {
        var grave = sqs.createQueue(create -> create.queueName(deadLetters)).queueUrl();
        var redrive =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn(sqs, grave), MOST_RECEIVES);
        var attributes =
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        String.valueOf(VISIBILITY),
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive);
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes)).queueUrl();
    }

    /// The name of a queue in policies and notifications.
    public static String arn(SqsClient sqs, String url) {
        return sqs.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }
}

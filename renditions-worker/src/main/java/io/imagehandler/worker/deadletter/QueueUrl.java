package io.imagehandler.worker.deadletter;

import io.imagehandler.config.WrongSetting;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// The URL of a queue that a setting names.
///
/// @param value absolute
public record QueueUrl(String value) {

    /// @param queue its name, or its URL, which is taken as it is
    /// @param setting where it is named, for the failure
    /// @throws WrongSetting if there is no queue of that name
    public static QueueUrl of(SqsAsyncClient sqs, String queue, String setting) {
        if (queue.startsWith("http://") || queue.startsWith("https://")) {
            return new QueueUrl(queue);
        }
        try {
            return new QueueUrl(sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof QueueDoesNotExistException) {
                throw new WrongSetting(
                        setting + " must name a queue, but there is none called " + queue);
            }
            throw failure;
        }
    }
}

package io.imagehandler.worker.queue;

import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/// A queue that a setting names. Safe for use by many threads.
///
/// Every call fails with an [SdkException] if SQS refuses or is away.
public final class Queue {

    /// The longest that SQS holds a message back.
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final SqsAsyncClient sqs;
    private final String name;
    private final String setting;
    private volatile @Nullable String url;

    /// @param name of the queue, or its URL, which is taken as it is
    /// @param setting where it is named, for the failure
    public Queue(SqsAsyncClient sqs, String name, String setting) {
        this.sqs = sqs;
        this.name = name;
        this.setting = setting;
        this.url = name.startsWith("http://") || name.startsWith("https://") ? name : null;
    }

    /// Its address, which is asked for until it is known.
    ///
    /// @throws WrongSetting if there is no queue of that name
    public String url() {
        String known = url;
        if (known == null) {
            known = found();
            url = known;
        }
        return known;
    }

    /// Sends a message that nobody sees before `delay` is over.
    ///
    /// @param delay up to 15 minutes; more is taken for that
    /// @param attributes of no empty text: SQS refuses that
    public void send(String body, Duration delay, Map<String, String> attributes) {
        long seconds = Math.min(delay.toSeconds(), LONGEST_DELAY.toSeconds());
        String to = url();
        try {
            sqs.sendMessage(send ->
                            send.queueUrl(to)
                                    .messageBody(body)
                                    .delaySeconds((int) seconds)
                                    .messageAttributes(texts(attributes)))
                    .join();
        } catch (CompletionException failure) {
            throw cause(failure);
        }
    }

    private String found() {
        try {
            return sqs.getQueueUrl(get -> get.queueName(name)).join().queueUrl();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof QueueDoesNotExistException) {
                throw new WrongSetting(
                        setting + " must name a queue, but there is none called " + name);
            }
            throw cause(failure);
        }
    }

    private static Map<String, MessageAttributeValue> texts(Map<String, String> attributes) {
        var texts = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, text) ->
                texts.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(text)
                                .build()));
        return texts;
    }

    private static RuntimeException cause(CompletionException failure) {
        return failure.getCause() instanceof SdkException cause ? cause : failure;
    }
}

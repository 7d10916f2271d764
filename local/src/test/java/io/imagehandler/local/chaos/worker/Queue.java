package io.imagehandler.local.chaos.worker;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// A queue as the row sees it, past the proxy. Safe for use by many threads.
final class Queue {

    private static final int BATCH = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SqsClient sqs;
    private final String url;

    Queue(SqsClient sqs, String name) {
        this.sqs = sqs;
        this.url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }

    void send(String body) {
        send(body, 0);
    }

    /// @param seconds that it stays away
    void send(String body, int seconds) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).delaySeconds(seconds));
    }

    /// In that order, ten at a time.
    void send(List<String> bodies) {
        for (var from = 0; from < bodies.size(); from += BATCH) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (var body : bodies.subList(from, Math.min(bodies.size(), from + BATCH))) {
                entries.add(
                        SendMessageBatchRequestEntry.builder()
                                .id(String.valueOf(entries.size()))
                                .messageBody(body)
                                .build());
            }
            sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
        }
    }

    /// With attributes, as the worker sends dead letters.
    void send(String body, Map<String, String> attributes) {
        var values =
                attributes.entrySet().stream()
                        .collect(
                                toMap(
                                        Map.Entry::getKey,
                                        one ->
                                                MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue(one.getValue())
                                                        .build()));
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).messageAttributes(values));
    }

    /// How many wait to be received.
    int visible() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /// How many somebody has received and not finished, or that come back later.
    int hidden() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /// All there are, in whatever state.
    int size() {
        return visible()
                + hidden()
                + count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    private int count(QueueAttributeName name) {
        var counts =
                sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name)).attributes();
        return Integer.parseInt(counts.getOrDefault(name, "0"));
    }

    /// Waits until it is empty.
    ///
    /// @return how long that took; `atMost` if it is not
    Duration awaitEmpty(Duration atMost) throws InterruptedException {
        var begin = System.nanoTime();
        // Twice, since a message on its way from one state to another may not be counted.
        for (var empty = 0; empty < 2; empty = size() > 0 ? 0 : empty + 1) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                return atMost;
            }
            Thread.sleep(PAUSE);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Takes all out of it.
    List<Letter> take() {
        var letters = new ArrayList<Letter>();
        while (true) {
            var messages =
                    sqs.receiveMessage(receive ->
                                    receive.queueUrl(url)
                                            .maxNumberOfMessages(BATCH)
                                            .messageAttributeNames("All"))
                            .messages();
            if (messages.isEmpty()) {
                return letters;
            }
            for (var message : messages) {
                letters.add(new Letter(message.body(), attributes(message)));
                sqs.deleteMessage(
                        delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }

    private static Map<String, String> attributes(Message message) {
        return message.messageAttributes().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().stringValue()));
    }
}

package io.imagehandler.worker.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// An SQS with queues in memory. A message that is received is hidden until it is put back, or
/// [#elapseVisibility]. For one thread.
public final class InMemorySqs implements SqsAsyncClient {

    private static final String URL = "http://sqs/";

    private final List<Held> all = new ArrayList<>();
    private int deletes = Integer.MAX_VALUE;

    private static final class Held {
        private final String queue;
        private final Message message;
        private boolean hidden;

        private Held(String queue, Message message) {
            this.queue = queue;
            this.message = message;
        }
    }

    /// A queue of it.
    public Queue queue(String name) {
        return new Queue(this, name, "image-handler." + name);
    }

    /// Puts a message there, a moment ago.
    ///
    /// @return its id
    public String put(String queue, String body, Map<String, String> attributes) {
        String id = UUID.randomUUID().toString();
        long sent = System.currentTimeMillis() - 1;
        all.add(
                new Held(
                        URL + queue,
                        Message.builder()
                                .messageId(id)
                                .receiptHandle("receipt of " + id)
                                .body(body)
                                .attributesWithStrings(
                                        Map.of(
                                                MessageSystemAttributeName.SENT_TIMESTAMP
                                                        .toString(),
                                                String.valueOf(sent)))
                                .messageAttributes(texts(attributes))
                                .build()));
        return id;
    }

    /// The bodies of what can be received now.
    public List<String> visible(String queue) {
        return all.stream()
                .filter(held -> held.queue.equals(URL + queue) && !held.hidden)
                .map(held -> held.message.body())
                .toList();
    }

    /// After that many, no message can be removed any more.
    public void failDeletesAfter(int count) {
        deletes = count;
    }

    /// Whatever was received can be received again.
    public void elapseVisibility() {
        all.forEach(held -> held.hidden = false);
    }

    @Override
    public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
        String url = URL + request.queueName();
        return done(GetQueueUrlResponse.builder().queueUrl(url).build());
    }

    @Override
    public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
        var attributes = new HashMap<String, String>();
        request.messageAttributes().forEach((name, one) -> attributes.put(name, one.stringValue()));
        put(request.queueUrl().substring(URL.length()), request.messageBody(), attributes);
        return done(SendMessageResponse.builder().build());
    }

    @Override
    public CompletableFuture<ReceiveMessageResponse> receiveMessage(ReceiveMessageRequest request) {
        List<Held> received =
                all.stream()
                        .filter(held -> held.queue.equals(request.queueUrl()) && !held.hidden)
                        .limit(request.maxNumberOfMessages())
                        .toList();
        received.forEach(held -> held.hidden = true);
        List<Message> messages = received.stream().map(held -> held.message).toList();
        return done(ReceiveMessageResponse.builder().messages(messages).build());
    }

    @Override
    public CompletableFuture<DeleteMessageResponse> deleteMessage(DeleteMessageRequest request) {
        if (deletes-- <= 0) {
            return CompletableFuture.failedFuture(SdkClientException.create("SQS is away"));
        }
        all.removeIf(held -> held.message.receiptHandle().equals(request.receiptHandle()));
        return done(DeleteMessageResponse.builder().build());
    }

    @Override
    public CompletableFuture<ChangeMessageVisibilityResponse> changeMessageVisibility(
            ChangeMessageVisibilityRequest request) {
        all.stream()
                .filter(held -> held.message.receiptHandle().equals(request.receiptHandle()))
                .forEach(held -> held.hidden = request.visibilityTimeout() > 0);
        return done(ChangeMessageVisibilityResponse.builder().build());
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}

    private static Map<String, MessageAttributeValue> texts(Map<String, String> attributes) {
        return attributes.keySet().stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                name ->
                                        MessageAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue(attributes.get(name))
                                                .build()));
    }

    private static <T> CompletableFuture<T> done(T response) {
        return CompletableFuture.completedFuture(response);
    }
}

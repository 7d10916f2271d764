package io.imagehandler.worker.queue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// An SQS that remembers what it was sent. Has every queue but those whose name begins with `no-`.
public final class RecordingSqs implements SqsAsyncClient {

    private final List<SendMessageRequest> sent = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();

    /// A queue of it.
    public Queue queue(String name) {
        return new Queue(this, name, "image-handler." + name);
    }

    public List<SendMessageRequest> sent() {
        return List.copyOf(sent);
    }

    /// The attributes of the only message, as `name=value`.
    public List<String> attributes() {
        return sent.getFirst().messageAttributes().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().stringValue())
                .toList();
    }

    /// Whether it answers nothing from now on.
    public void setAway(boolean isAway) {
        away.set(isAway);
    }

    @Override
    public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
        if (request.queueName().startsWith("no-")) {
            return CompletableFuture.failedFuture(QueueDoesNotExistException.builder().build());
        }
        String url = "http://sqs/" + request.queueName();
        return answer(GetQueueUrlResponse.builder().queueUrl(url).build());
    }

    @Override
    public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
        if (!away.get()) {
            sent.add(request);
        }
        return answer(SendMessageResponse.builder().build());
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}

    private <T> CompletableFuture<T> answer(T response) {
        return away.get()
                ? CompletableFuture.failedFuture(SdkClientException.create("SQS is away"))
                : CompletableFuture.completedFuture(response);
    }
}

package io.imagehandler.worker.upkeep;

import io.imagehandler.worker.message.Job;
import io.imagehandler.worker.message.JobMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The queue of jobs in SQS. Every call fails as the SDK does.
public final class SqsJobs implements Jobs {

    private static final int TRIES = 3;
    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsAsyncClient sqs;
    private final Supplier<String> url;

    /// @param url the queue's, asked for when it is needed
    public SqsJobs(SqsAsyncClient sqs, Supplier<String> url) {
        this.sqs = sqs;
        this.url = url;
    }

    /// SQS may take some of them and refuse others; these are sent again.
    ///
    /// @throws JobsRefused if it refuses them three times
    @Override
    public void send(List<Job> jobs) {
        List<String> left = jobs.stream().map(JobMessages::body).toList();
        String reason = "";
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            Refused refused = trySend(left);
            left = refused.bodies();
            reason = refused.reason();
        }
        if (!left.isEmpty()) {
            throw new JobsRefused(reason);
        }
    }

    @Override
    public long unfinished() {
        Map<QueueAttributeName, String> counts =
                joined(() ->
                        sqs.getQueueAttributes(
                                        get -> get.queueUrl(url.get()).attributeNames(COUNTS))
                                .join()
                                .attributes());
        return counts.values().stream().mapToLong(Long::parseLong).sum();
    }

    private Refused trySend(List<String> bodies) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (String body : bodies) {
            entries.add(
                    SendMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .messageBody(body)
                            .build());
        }
        List<BatchResultErrorEntry> failed =
                joined(() ->
                        sqs.sendMessageBatch(send -> send.queueUrl(url.get()).entries(entries))
                                .join()
                                .failed());
        return new Refused(
                failed.stream().map(one -> bodies.get(Integer.parseInt(one.id()))).toList(),
                failed.isEmpty() ? null : failed.getFirst().code());
    }

    private record Refused(List<String> bodies, @Nullable String code) {
        String reason() {
            return code == null ? "" : code;
        }
    }

    private static <T> T joined(Supplier<T> call) {
        try {
            return call.get();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof SdkException cause ? cause : failure;
        }
    }
}

package io.imagehandler.worker.deadletter;

import io.imagehandler.worker.queue.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The queue of the dead letters, for operators. For one thread.
///
/// SQS has no way to look into a queue but to receive from it, so while letters are shown nobody
/// else sees them; they are put back at the end.
final class LetterBox {

    private static final int MOST_AT_ONCE = 10;
    private static final Duration WAIT = Duration.ofSeconds(1);

    /// So often in a row nothing must come before the queue is taken to be empty: SQS asks only
    /// some of its servers each time.
    private static final int EMPTY = 3;

    /// Longer than looking through them takes.
    private static final Duration HIDDEN = Duration.ofMinutes(10);

    private final SqsAsyncClient sqs;
    private final Queue queue;

    LetterBox(SqsAsyncClient sqs, Queue queue) {
        this.sqs = sqs;
        this.queue = queue;
    }

    /// What becomes of a letter.
    enum Fate {
        STAYS,
        IS_REMOVED
    }

    /// Shows each letter that was there when this began, once.
    ///
    /// @param fate decides; what it does of its own it has done before a letter is removed
    /// @return how many were removed
    int forEach(Function<StoredLetter, Fate> fate) {
        Instant begun = Instant.now();
        Set<String> seen = new HashSet<>();
        List<StoredLetter> back = new ArrayList<>();
        int removed = 0;
        int empty = 0;
        try {
            while (empty < EMPTY) {
                List<StoredLetter> letters = receive();
                empty = letters.isEmpty() ? empty + 1 : 0;
                for (StoredLetter letter : letters) {
                    boolean isNew = letter.sent().isBefore(begun) && seen.add(letter.id());
                    if (isNew && fate.apply(letter) == Fate.IS_REMOVED) {
                        remove(letter);
                        removed++;
                    } else {
                        back.add(letter);
                    }
                }
            }
            return removed;
        } finally {
            back.forEach(this::putBack);
        }
    }

    private List<StoredLetter> receive() {
        var received =
                sqs.receiveMessage(request ->
                        request.queueUrl(queue.url())
                                .maxNumberOfMessages(MOST_AT_ONCE)
                                .waitTimeSeconds((int) WAIT.toSeconds())
                                .visibilityTimeout((int) HIDDEN.toSeconds())
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(
                                        MessageSystemAttributeName.SENT_TIMESTAMP));
        return outcome(received).messages().stream().map(StoredLetter::of).toList();
    }

    private void remove(StoredLetter letter) {
        outcome(
                sqs.deleteMessage(
                        request -> request.queueUrl(queue.url()).receiptHandle(letter.receipt())));
    }

    private void putBack(StoredLetter letter) {
        outcome(
                sqs.changeMessageVisibility(request ->
                        request.queueUrl(queue.url())
                                .receiptHandle(letter.receipt())
                                .visibilityTimeout(0)));
    }

    private static <T> T outcome(CompletableFuture<T> call) {
        try {
            return call.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof SdkException cause ? cause : failure;
        }
    }
}

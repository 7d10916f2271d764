package io.imagehandler.worker.deadletter;

import io.imagehandler.worker.deadletter.LetterBox.Fate;
import io.imagehandler.worker.queue.Queue;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/// Where operators look after the dead letters. For one thread. Everything fails with an
/// [software.amazon.awssdk.core.exception.SdkException] if SQS refuses or is away.
public final class DeadLetterDesk {

    private final LetterBox box;
    private final Queue uploads;
    private final PrintStream out;

    /// @param uploads where letters go that are sent again
    /// @param deadLetters where they lie
    public DeadLetterDesk(SqsAsyncClient sqs, Queue uploads, Queue deadLetters, PrintStream out) {
        this.box = new LetterBox(sqs, deadLetters);
        this.uploads = uploads;
        this.out = out;
    }

    /// Prints a line for each, and how many there are for each reason.
    public void list(Selection which) {
        Map<String, Integer> counts = new TreeMap<>();
        box.forEach(letter -> {
            if (which.has(letter)) {
                counts.merge(Printable.visible(letter.reason()), 1, Integer::sum);
                out.println(line(letter));
            }
            return Fate.STAYS;
        });
        counts.forEach((reason, count) -> out.printf("%7d %s%n", count, reason));
        out.printf("%7d in all%n", counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /// Prints all that is known of them.
    ///
    /// @return whether there were any
    public boolean inspect(Selection which) {
        var found = new AtomicInteger();
        box.forEach(letter -> {
            if (which.has(letter)) {
                found.incrementAndGet();
                print(letter);
            }
            return Fate.STAYS;
        });
        if (found.get() == 0) {
            out.println("There is no such letter");
        }
        return found.get() > 0;
    }

    /// Sends them to the worker again. Each is sent before it is removed, so none is lost whenever
    /// this is broken off; one that is sent twice does no harm, since a pass makes only what is
    /// missing. What nothing can be made of comes back, since it goes with its reason.
    public void redrive(Selection which) {
        int sent =
                box.forEach(letter -> {
                    if (!which.has(letter)) {
                        return Fate.STAYS;
                    }
                    uploads.send(
                            letter.body(),
                            Duration.ZERO,
                            Map.of(DeadLetter.REASON, letter.reason()));
                    return Fate.IS_REMOVED;
                });
        out.printf("%d sent again%n", sent);
    }

    /// Removes them for good.
    public void discard(Selection which) {
        int removed = box.forEach(letter -> which.has(letter) ? Fate.IS_REMOVED : Fate.STAYS);
        out.printf("%d removed%n", removed);
    }

    private void print(StoredLetter letter) {
        out.printf("id         %s%nsent       %s%n", letter.id(), letter.sent());
        letter.attributes()
                .forEach((name, text) -> out.printf("%-10s %s%n", name, Printable.visible(text)));
        out.printf("body       %s%n%n", Printable.visible(letter.body()));
    }

    private static String line(StoredLetter letter) {
        return "%s  %s  %s  %s  %s"
                .formatted(
                        letter.id(),
                        letter.sent(),
                        Printable.visible(letter.reason()),
                        Printable.visible(letter.attribute("key")),
                        Printable.visible(letter.attribute("detail")));
    }
}

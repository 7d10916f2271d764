package io.imagehandler.worker.listener;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.deadletter.DeadLetter;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.Job;
import io.imagehandler.worker.message.JobMessage.Asked;
import io.imagehandler.worker.message.JobMessage.Unreadable;
import io.imagehandler.worker.message.JobMessages;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.message.UploadChange.Origin;
import io.imagehandler.worker.message.UploadMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.messaging.Message;

/// Takes jobs from the backfill queue. Returning acknowledges; throwing lets the message come back.
public final class BackfillListener {

    /// The listener's name in its registry.
    public static final String ID = "backfill";

    /// The bean that makes its container.
    public static final String FACTORY = "backfillListenerContainerFactory";

    /// What logs call a job, where an upload has the name of its event.
    private static final String EVENT = "Backfill";

    /// A job that is about styles which this worker has not read yet comes back so soon.
    private static final Duration READING = Duration.ofSeconds(10);

    /// Clocks differ, so that is not waited for without end.
    private static final int MOST_READINGS = 3;

    private final Passes passes;
    private final Styles styles;
    private final DeadLetters deadLetters;
    private final Reception reception;

    /// @param passes that tidy up as well
    public BackfillListener(
            Passes passes, Styles styles, DeadLetters deadLetters, Reception reception) {
        this.passes = passes;
        this.styles = styles;
        this.deadLetters = deadLetters;
        this.reception = reception;
    }

    /// @param message with its body as text: one that the framework cannot convert would be lost on
    ///   it
    @SqsListener(id = ID, value = "${image-handler.backfill-queue}", factory = FACTORY)
    void on(Message<String> message) {
        work(message.getPayload(), reception.of(message));
    }

    void work(String body, Delivery delivery) {
        reception.receive(delivery, Share::job, () -> follow(body, delivery));
    }

    private void follow(String body, Delivery delivery) {
        switch (JobMessages.parse(body)) {
            case Unreadable(String detail) -> deadLetters.send(DeadLetter.unreadable(body, detail));
            case Asked(Job job) -> look(job, delivery);
        }
    }

    /// If it is buried, it is as if it were an upload: those who bring dead letters back need know
    /// one queue only.
    private void look(Job job, Delivery delivery) {
        if (knowsOlderStyles(job) && delivery.receives() <= MOST_READINGS) {
            throw new ComeBack(READING);
        }
        String key = job.key().value();
        var origin = new Origin(UploadMessages.about(key), "", "", null);
        var change = new UploadChange(EVENT, key, 1, origin);
        passes.meters().job();
        Optional<Duration> again = passes.run(change, job.key(), delivery);
        if (again.isPresent()) {
            throw new ComeBack(again.get());
        }
    }

    private boolean knowsOlderStyles(Job job) {
        Instant now = Instant.now();
        return styles.age().map(age -> now.minus(age).isBefore(job.asked())).orElse(true);
    }
}

package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.Style;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Backoff;
import io.imagehandler.worker.failure.Failures;
import io.imagehandler.worker.message.Job;
import io.imagehandler.worker.message.JobMessages;
import io.imagehandler.worker.message.UploadMessages;
import io.imagehandler.worker.observation.PassLog;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.imagehandler.worker.upkeep.Site;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackfillListenerTest {

    private static final Style SMALL = Site.eager("small", "image/resize,w_20");
    private static final Style CARD = Site.eager("card", "image/resize,w_30");

    private final Site site = new Site();
    private final RecordingSqs sqs = new RecordingSqs();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BackfillListener listener = listener(new WorkerMeters(registry));

    @Test
    void bringsTheKeyInStepAndRemovesWhatAStyleHasLeft() {
        site.styles.set(SMALL);
        site.upload("a.png", 0);
        site.tell("a.png");
        site.styles.set(CARD);

        receive(job("a.png", Instant.now().minusSeconds(60)), 1);

        assertThat(site.state()).isEqualTo(site.due()).containsOnlyKeys("_r/s/a.png/card");
        assertThat(registry.counter("backfill.jobs").count()).isEqualTo(1);
    }

    @Test
    void leavesAJobForLaterThatIsAboutNewerStyles() {
        site.styles.set(SMALL);
        site.upload("a.png", 0);
        String job = job("a.png", Instant.now().plusSeconds(3_600));

        assertThatThrownBy(() -> receive(job, 1)).isInstanceOf(ComeBack.class);
        assertThat(site.state()).isEmpty();
        receive(job, 4);

        assertThat(site.state()).isEqualTo(site.due());
    }

    @Test
    void buriesWhatIsNoJob() {
        receive("{\"job\":2}", 1);

        assertThat(sqs.sent()).extracting("messageBody").containsExactly("{\"job\":2}");
        assertThat(sqs.attributes()).contains("reason=bad-message");
    }

    /// Dead letters go back to the queue of the uploads, so they are of its shape.
    @Test
    void buriesWhatIsNotAnImageAsAnUpload() {
        site.styles.set(SMALL);
        site.originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");

        receive(job("a.png", Instant.EPOCH), 1);

        assertThat(sqs.sent())
                .extracting("messageBody")
                .containsExactly(UploadMessages.about("a.png"));
    }

    private static String job(String key, Instant asked) {
        return JobMessages.body(new Job(new OriginalKey(key), asked));
    }

    private void receive(String body, int receives) {
        listener.work(body, new TestDelivery(receives, sqs).delivery());
    }

    private BackfillListener listener(WorkerMeters meters) {
        var deadLetters = new DeadLetters(sqs.queue("dead"), meters);
        var settings = new Failures.Settings(new Backoff(new Random(1)), meters, "describing-1");
        var failures = new Failures(site.attempts, deadLetters, () -> false, settings);
        var log = new PassLog("describing-1");
        var passes =
                new Passes(
                        site.convergence().tidying(),
                        failures,
                        deadLetters,
                        log,
                        meters,
                        "describing-1");
        return new BackfillListener(
                passes,
                site.styles,
                deadLetters,
                new Reception(
                        new Heartbeat(Duration.ofMinutes(1), site.attempts, meters),
                        new Deliveries(site.attempts),
                        new Share(2),
                        sqs.queue("uploads"),
                        meters));
    }
}

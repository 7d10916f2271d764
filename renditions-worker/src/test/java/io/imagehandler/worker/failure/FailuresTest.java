package io.imagehandler.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.NoRoom;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.Outcome;
import io.imagehandler.style.StylesNotLoaded;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.message.UploadChange;
import io.imagehandler.worker.message.UploadChange.Origin;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {

    private static final OriginalKey KEY = new OriginalKey("a.jpg");
    private static final EntityTag TAG = new EntityTag("e1");
    private static final UploadChange CHANGE =
            new UploadChange("ObjectCreated:Put", "a.jpg", 1, new Origin("{}", "e1", "7", null));

    private final Attempts attempts = new InMemoryAttempts().as("a", "vips-1");
    private final RecordingSqs sqs = new RecordingSqs();
    private final AtomicBoolean outage = new AtomicBoolean();
    private final WorkerMeters meters = new WorkerMeters(new SimpleMeterRegistry());
    private final Failures failures =
            new Failures(
                    attempts,
                    new DeadLetters(sqs.queue("dead"), meters),
                    outage::get,
                    new Failures.Settings(new Backoff(new Random(1)), meters, "vips-1"));

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 503})
    void buriesWhatFailedFiveTimes(int status) {
        for (int i = 1; i < 5; i++) {
            assertThat(thrown(s3(status))).isPresent();
        }
        assertThat(sqs.sent()).isEmpty();

        assertThat(thrown(s3(status))).isEmpty();
        assertThat(sqs.attributes())
                .contains("reason=transient", "attempts=5")
                .anyMatch(one -> one.startsWith("detail=s3-" + status + ": no"));
    }

    @Test
    void triesFiveTimesMoreWhatWasSentAgain() {
        for (int i = 1; i <= 5; i++) {
            thrown(s3(403));
        }
        for (int i = 1; i < 5; i++) {
            assertThat(thrown(s3(403))).isPresent();
        }
        assertThat(thrown(s3(403))).isEmpty();
    }

    @Test
    void takesTheMarkerAwayForTheNextAttempt() {
        attempts.open(KEY, TAG);
        thrown(s3(503));

        assertThat(attempts.open(KEY, TAG)).isEqualTo(new Attempts.Opening.Ours(0));
    }

    @Test
    void blamesNoUploadForAnOutage() {
        outage.set(true);
        for (int i = 0; i < 20; i++) {
            assertThat(thrown(s3(503))).isPresent();
            assertThat(thrown(SdkClientException.create("no connection"))).isPresent();
        }
        outage.set(false);

        assertThat(attempts.fail(KEY, "503")).isEqualTo(1);
    }

    @Test
    void blamesNoUploadForOurOwnState() {
        attempts.open(KEY, TAG);
        for (int i = 0; i < 20; i++) {
            assertThat(thrown(new StylesNotLoaded())).isPresent();
            assertThat(thrown(new NoRoom())).isPresent();
            assertThat(thrown(AbortedException.create("stopped"))).isPresent();
        }

        assertThat(attempts.open(KEY, TAG)).isEqualTo(new Attempts.Opening.Ours(0));
        assertThat(attempts.fail(KEY, "503")).isEqualTo(1);
    }

    @Test
    void buriesNothingThatCannotBeCounted() {
        var away =
                new Failures(
                        new AwayAttempts(),
                        new DeadLetters(sqs.queue("dead"), meters),
                        outage::get,
                        new Failures.Settings(new Backoff(new Random(1)), meters, "vips-1"));
        for (int i = 1; i < 10; i++) {
            assertThat(away.thrown(KEY, CHANGE, i, s3(403))).isPresent();
        }
    }

    @Test
    void tellsDefectsFromFailuresOfOthers() {
        for (int i = 1; i <= 5; i++) {
            thrown(new IllegalStateException("ours"));
        }

        assertThat(sqs.attributes()).contains("reason=defect");
    }

    @Test
    void letsComeBackSoonWhatAnotherWorksOn() {
        for (int i = 0; i < 20; i++) {
            assertThat(failures.stopped(KEY, CHANGE, 1, new Outcome.Busy()))
                    .hasValueSatisfying(after ->
                            assertThat(after)
                                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30)));
        }
        assertThat(attempts.fail(KEY, "503")).isEqualTo(1);
    }

    @Test
    void countsWhatNeverComesToRest() {
        for (int i = 1; i < 5; i++) {
            assertThat(failures.stopped(KEY, CHANGE, i, new Outcome.StillChanging()))
                    .contains(Duration.ofSeconds(30));
        }
        assertThat(failures.stopped(KEY, CHANGE, 5, new Outcome.StillChanging())).isEmpty();
        assertThat(sqs.attributes()).contains("reason=transient", "detail=still-changing");
    }

    private Optional<Duration> thrown(RuntimeException failure) {
        return failures.thrown(KEY, CHANGE, 1, failure);
    }

    private static RuntimeException s3(int status) {
        return S3Exception.builder()
                .statusCode(status)
                .message("no")
                .awsErrorDetails(
                        AwsErrorDetails.builder().serviceName("S3").errorMessage("no").build())
                .build();
    }
}

package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.InMemoryManifests;
import io.imagehandler.rendition.convergence.Invalidations;
import io.imagehandler.rendition.convergence.RenditionEvents;
import io.imagehandler.rendition.convergence.Stores;
import io.imagehandler.rendition.convergence.TestConvergence;
import io.imagehandler.rendition.convergence.Witnesses;
import io.imagehandler.style.Style;
import io.imagehandler.worker.deadletter.DeadLetters;
import io.imagehandler.worker.failure.Backoff;
import io.imagehandler.worker.failure.Failures;
import io.imagehandler.worker.observation.PassLog;
import io.imagehandler.worker.observation.WorkerMeters;
import io.imagehandler.worker.queue.RecordingSqs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class UploadListenerTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);
    private static final Style SMALL =
            Style.parse("small", "image/resize,w_20", List.of(), true, "", 0);

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions();
    private final Attempts attempts = new InMemoryAttempts().as("a", "vips-1");
    private final RecordingSqs sqs = new RecordingSqs();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Deliveries deliveries = new Deliveries(attempts);
    private final UploadListener listener = listener(new WorkerMeters(registry));

    @Test
    void rendersWhatWasUploaded() {
        upload("a.png", "b.png");

        receive(created("a.png", "b.png"));

        assertThat(renditions.stored()).containsOnlyKeys("_r/s/a.png/small", "_r/s/b.png/small");
        assertThat(registry.counter("events.passes", "outcome", "in-step").count()).isEqualTo(2);
        assertThat(registry.timer("slots.taken").count()).isEqualTo(1);
        assertThat(sqs.sent()).isEmpty();
    }

    @Test
    void removesWhatWasRemoved() {
        upload("a.png");
        receive(created("a.png"));
        originals.delete("a.png");

        receive(event("ObjectRemoved:Delete", "a.png", 0));

        assertThat(renditions.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_r/s/a.png/small", "//_r/x", "a/../b.png", "a\nb.png", "", "folder/"})
    void passesOverKeysThatAreNoOriginals(String key) {
        receive(event("ObjectCreated:Put", key, 0));

        assertThat(steps.taken()).isEmpty();
        assertThat(ignored(key.equals("folder/") ? "folder" : "bad-key")).isEqualTo(1);
    }

    @Test
    void passesOverWhatElseS3Tells() {
        upload("a.png");

        receive(event("ObjectTagging:Put", "a.png", 0));
        receive("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"src\"}");
        receive("{\"Records\":[]}");

        assertThat(steps.taken()).isEmpty();
        assertThat(sqs.sent()).isEmpty();
        assertThat(ignored("unknown-event")).isEqualTo(1);
        assertThat(ignored("test")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "junk", "{\"Type\":\"Notification\",\"Message\":\"{}\"}"})
    void buriesWhatIsNoEventAfterOneTry(String body) {
        receive(body);

        assertThat(sqs.sent()).extracting("messageBody").containsExactly(body);
        assertThat(sqs.attributes()).contains("reason=bad-message", "attempts=1");
    }

    @Test
    void buriesTheOneBadRecordOfFifty() {
        var keys = IntStream.range(0, 49).mapToObj(i -> "p" + i + ".png").toArray(String[]::new);
        upload(keys);

        receive(created(keys).replace("\"Records\":[", "\"Records\":[{\"bad\":1},"));

        assertThat(renditions.stored()).hasSize(49);
        assertThat(sqs.sent())
                .extracting("messageBody")
                .containsExactly("{\"Records\":[{\"bad\":1}]}");
    }

    @Test
    void buriesWhatIsNotAnImageAfterOneTry() {
        originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");

        receive(created("a.png"));
        receive(created("a.png"));

        assertThat(renditions.stored()).isEmpty();
        assertThat(sqs.sent()).hasSize(1);
        assertThat(sqs.attributes())
                .contains("reason=unsupported-format", "key=a.png", "engine=vips-1")
                .anyMatch(one -> one.startsWith("etag=5289df"));
    }

    /// As after an event that came twice at once: the second was busy first.
    @Test
    void tellsOnceThoughTheMessageComesAgain() {
        originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");
        receive(created("a.png"));

        listener.work(created("a.png"), new TestDelivery(2, sqs).delivery());

        assertThat(sqs.sent()).hasSize(1);
    }

    /// Or a letter that was sent again would be gone, and its picture as bad as ever.
    @Test
    void tellsAgainOfALetterThatWasSentAgain() {
        originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");
        receive(created("a.png"));

        listener.work(created("a.png"), new TestDelivery(new Receives(2, true), sqs).delivery());

        assertThat(sqs.sent()).hasSize(2);
    }

    @Test
    void knowsNothingOfWhatItCouldNotTell() {
        originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");
        sqs.setAway(true);
        assertThatThrownBy(() -> receive(created("a.png"))).isInstanceOf(ComeBack.class);
        sqs.setAway(false);

        listener.work(created("a.png"), new TestDelivery(2, sqs).delivery());

        assertThat(sqs.attributes()).contains("reason=unsupported-format");
    }

    @Test
    void letsOneThatFailsComeBackByItself() {
        upload("a.png");
        failOnce();

        assertThatThrownBy(() -> receive(created("a.png")))
                .asInstanceOf(type(ComeBack.class))
                .satisfies(comeBack ->
                        assertThat(comeBack.after())
                                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        receive(created("a.png"));
        assertThat(renditions.stored()).containsOnlyKeys("_r/s/a.png/small");
    }

    @Test
    void letsOneOfSeveralThatFailsGoOnAlone() {
        upload("a.png", "b.png");
        failOnce();

        receive(created("a.png", "b.png"));

        assertThat(renditions.stored()).containsOnlyKeys("_r/s/b.png/small");
        assertThat(sqs.sent()).hasSize(1);
        assertThat(sqs.sent().getFirst().delaySeconds()).isBetween(1, 5);
        receive(sqs.sent().getFirst().messageBody());
        assertThat(renditions.stored()).containsOnlyKeys("_r/s/a.png/small", "_r/s/b.png/small");
    }

    @Test
    void buriesABadRecordOnceThoughAnotherFails() {
        upload("a.png");
        failOnce();

        receive(created("a.png").replace("\"Records\":[", "\"Records\":[{\"bad\":1},"));

        assertThat(sqs.sent()).hasSize(2);
    }

    @Test
    void acknowledgesNothingThatCouldNotBeBuried() {
        sqs.setAway(true);

        assertThatThrownBy(() -> receive("junk")).isInstanceOf(SdkClientException.class);
    }

    @Test
    void beginsNothingAtTheEnd() {
        deliveries.end();

        assertThatThrownBy(() -> receive(created("a.png")))
                .asInstanceOf(type(ComeBack.class))
                .returns(Duration.ZERO, ComeBack::after);
        assertThat(steps.taken()).isEmpty();
    }

    @Test
    void leavesTheRestToOthersOnceItWasGivenBack() {
        upload("a.png", "b.png");
        steps.before(0, () -> deliveries.giveAllBack(Duration.ofSeconds(1)));

        assertThatThrownBy(() -> receive(created("a.png", "b.png")))
                .asInstanceOf(type(ComeBack.class))
                .returns(Duration.ZERO, ComeBack::after);
        assertThat(renditions.stored()).isEmpty();
        assertThat(deliveries.unfinished()).isEmpty();
    }

    private void receive(String body) {
        listener.work(body, new TestDelivery(1, sqs).delivery());
    }

    private void upload(String... keys) {
        Stream.of(keys).forEach(key -> originals.upload(key, PICTURE, "image/png"));
    }

    private void failOnce() {
        steps.before(
                0,
                () -> {
                    throw SdkClientException.create("the store does not answer");
                });
    }

    private double ignored(String reason) {
        return registry.counter("events.ignored", "reason", reason).count();
    }

    private static String created(String... keys) {
        return Stream.of(keys)
                .map(key -> record("ObjectCreated:Put", key, 100))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    private static String event(String name, String key, long size) {
        return "{\"Records\":[" + record(name, key, size) + "]}";
    }

    private static String record(String name, String key, long size) {
        return """
        {"eventVersion":"2.1","eventName":"%s","s3":{"object":{"key":"%s","size":%d}}}
        """
                .formatted(name, URLEncoder.encode(key, StandardCharsets.UTF_8), size);
    }

    private UploadListener listener(WorkerMeters meters) {
        var deadLetters = new DeadLetters(sqs.queue("dead"), meters);
        var backoff = new Backoff(new Random(1));
        var failures =
                new Failures(
                        attempts,
                        deadLetters,
                        () -> false,
                        new Failures.Settings(backoff, meters, "vips-1"));
        var passes =
                new Passes(
                        convergence(),
                        failures,
                        deadLetters,
                        new PassLog("vips-1"),
                        meters,
                        "vips-1");
        var queue = sqs.queue("uploads");
        return new UploadListener(
                new Uploads(passes, queue),
                deadLetters,
                new Reception(
                        new Heartbeat(Duration.ofMinutes(2), attempts, meters),
                        deliveries,
                        new Share(2),
                        queue,
                        meters));
    }

    private Convergence convergence() {
        return new Convergence(
                new Stores(originals, renditions, new InMemoryManifests()),
                new Witnesses(attempts, Invalidations.none(), RenditionEvents.none()),
                new EagerRenditions(new FixedStyles(List.of(SMALL)), false),
                new TestConvergence(originals, renditions, new DescribingEngine())
                        .darkroom(1_000_000));
    }
}

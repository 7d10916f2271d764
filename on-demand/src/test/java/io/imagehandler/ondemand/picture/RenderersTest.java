package io.imagehandler.ondemand.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.Rejection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What this service makes of what workers found.
class RenderersTest {

    private static final OriginalKey KEY = new OriginalKey("a.png");
    private static final String ENGINE = "describing-1";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemoryOriginals originals = new InMemoryOriginals();
    private final InMemoryAttempts memory = new InMemoryAttempts();
    private final Attempts worker = memory.as("worker", ENGINE);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();
    private final EntityTag tag =
            originals.upload(KEY.value(), TestPictures.png(40, 30, 0xFF0000), "image/png");

    @AfterEach
    void letGo() {
        answers.countDown();
    }

    @Test
    void makesHereWhatNobodyHadTroubleWith() {
        try (var studio = studio(memory.as("us", ENGINE))) {
            make(studio);

            assertThat(studio.engine.decodes()).isEqualTo(1);
            assertThat(studio.quarantined.decodes()).isZero();
        }
    }

    @Test
    void makesInQuarantineWhatOneWorkerHasDiedOver() {
        worker.open(KEY, tag);
        memory.elapse(Attempts.STALE);
        worker.open(KEY, tag);
        try (var studio = studio(memory.as("us", ENGINE))) {
            make(studio);

            assertThat(studio.engine.decodes()).isZero();
            assertThat(studio.quarantined.decodes()).isEqualTo(1);
        }
    }

    @Test
    void refusesWithoutALookWhatWasFoundUnfit() {
        worker.open(KEY, tag);
        worker.reject(KEY, tag, new Rejection("unsupported-format", "nobody reads this"));
        try (var studio = studio(memory.as("us", ENGINE))) {
            assertThatThrownBy(() -> make(studio))
                    .isInstanceOf(UnsupportedFormat.class)
                    .hasMessage("nobody reads this");
            assertThat(studio.engine.decodes()).isZero();
        }
    }

    @Test
    void makesWhatWasUploadedInThePlaceOfWhatWasUnfit() {
        worker.open(KEY, tag);
        worker.reject(KEY, tag, Rejection.CRASHED);
        originals.upload(KEY.value(), TestPictures.png(20, 30, 0x00FF00), "image/png");
        try (var studio = studio(memory.as("us", ENGINE))) {
            make(studio);

            assertThat(studio.engine.decodes()).isEqualTo(1);
        }
    }

    @Test
    void asksNobodyForAWhileWhoDoesNotAnswer() {
        var away =
                asking(() -> {
                    throw SdkClientException.create("DynamoDB is away");
                });
        try (var studio = studio(away)) {
            make(studio);
            make(studio, "resize,w_21");

            assertThat(studio.engine.decodes()).isEqualTo(2);
            assertThat(questions).hasValue(1);
        }
    }

    @Test
    void waitsForNobodyWhoTakesTooLong() {
        var slow =
                asking(() -> {
                    awaitQuietly();
                    return Attempts.Past.NONE;
                });
        try (var studio = studio(slow)) {
            make(studio);

            assertThat(studio.engine.decodes()).isEqualTo(1);
            assertThat(answers.getCount()).as("still asked").isEqualTo(1);
        }
    }

    private Studio studio(Attempts past) {
        return new Studio(
                originals, new Studio.Size(2, 100 << 20, 0, LONG, LONG), () -> () -> false, past);
    }

    private static void make(Studio studio) {
        make(studio, "resize,w_20");
    }

    private static void make(Studio studio, String operations) {
        assertThat(studio.pictures.made(Studio.wanted(KEY.value(), operations))).isNotNull();
    }

    /// Attempts of which only the past can be asked.
    private Attempts asking(Supplier<Attempts.Past> past) {
        return (Attempts)
                Proxy.newProxyInstance(
                        Attempts.class.getClassLoader(),
                        new Class<?>[] {Attempts.class},
                        (_, _, _) -> {
                            questions.incrementAndGet();
                            return past.get();
                        });
    }

    private void awaitQuietly() {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.imagehandler.ondemand.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.ondemand.admission.ClientGone;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What is made once, and what is given back, whatever happens.
class PicturesTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Studio.Size USUAL = new Studio.Size(2, 100 * MEGABYTE, 0, LONG, LONG);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);

    @BeforeEach
    void upload() {
        originals.upload("a.png", TestPictures.png(40, 30, 0xFF0000), "image/png");
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void makesOnceWhatManyWant() throws Exception {
        try (var studio = studio(USUAL)) {
            studio.engine.close();
            List<Future<Picture>> answers = ask(studio, 50, "resize,w_20");
            await().until(() -> studio.counts.joined() == 49);
            studio.engine.open();

            ByteBuffer bytes = answers.getFirst().get().bytes();
            for (Future<Picture> answer : answers) {
                assertThat(answer.get().bytes()).isEqualTo(bytes);
            }
            assertThat(studio.engine.decodes()).isEqualTo(1);
            assertThat(reads()).isEqualTo(1);
            await().until(studio::isIdle);
        }
    }

    @Test
    void makesOnceWhatIsWantedUntilTheStoreCanGiveIt() throws Exception {
        try (var studio = studio(USUAL)) {
            var stored = new CountDownLatch(1);
            studio.storing.before(0, () -> awaitQuietly(stored));

            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            assertThat(studio.engine.decodes()).isEqualTo(1);
            stored.countDown();

            await().until(() -> !studio.later.isEmpty() && studio.isIdle());
            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            assertThat(studio.engine.decodes()).isEqualTo(1);
        }
    }

    @Test
    void makesAgainWhatIsWantedLongAfterItWasStored() throws Exception {
        try (var studio = studio(USUAL)) {
            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            await().until(() -> !studio.later.isEmpty());

            studio.later.remove().run();

            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            assertThat(studio.engine.decodes()).isEqualTo(2);
            await().until(studio::isIdle);
        }
    }

    @Test
    void readsOnceWhatManyVariantsAreMadeOf() throws Exception {
        var size = new Studio.Size(2, 100 * MEGABYTE, MEGABYTE, LONG, LONG);
        try (var studio = studio(size)) {
            for (int i = 1; i <= 1_000; i++) {
                studio.pictures.made(Studio.wanted("a.png", "resize,w_" + i));
            }

            assertThat(studio.engine.decodes()).isEqualTo(1_000);
            System.out.printf("1,000 variants of one original: %d GETs of it%n", reads());
            assertThat(reads()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void readsAnOriginalAnewOnceItWasReplaced() throws Exception {
        try (var studio = studio(new Studio.Size(2, 100 * MEGABYTE, 0, LONG, LONG))) {
            Picture before = studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            originals.upload("a.png", TestPictures.png(40, 30, 0x0000FF), "image/png");

            Picture after = studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));

            assertThat(after.identity()).isNotEqualTo(before.identity());
            await().until(studio::isIdle);
        }
    }

    @Test
    void makesNothingOfAnOriginalThatWasDeleted() throws Exception {
        try (var studio = studio(new Studio.Size(2, 100 * MEGABYTE, MEGABYTE, LONG, LONG))) {
            studio.pictures.made(Studio.wanted("a.png", "resize,w_20"));
            originals.delete("a.png");

            for (int width = 20; width < 22; width++) {
                var wanted = Studio.wanted("a.png", "resize,w_" + width);
                assertThatThrownBy(() -> studio.pictures.made(wanted))
                        .isInstanceOf(NoSuchOriginal.class);
            }
            await().until(studio::isIdle);
        }
    }

    @Test
    void letsQueuedWorkGoWithItsClient() throws Exception {
        originals.upload("a.png", TestPictures.png(1200, 900, 0xFF0000), "image/png"); // not small
        var gone = new AtomicInteger();
        try (var studio = new Studio(originals, USUAL, () -> () -> gone.get() > 0)) {
            studio.engine.close();
            var answers = new ArrayList<Future<Picture>>();
            for (int i = 1; i <= 6; i++) {
                answers.addAll(ask(studio, 1, "resize,w_" + i));
            }
            await().until(() -> studio.counts.slotsUsed() == 2 && studio.counts.queueDepth() == 4);

            gone.set(1);

            for (Future<Picture> answer : answers) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(ClientGone.class);
            }
            await().until(() -> studio.counts.queueDepth() == 0);
            assertThat(studio.counts.slotsUsed()).isEqualTo(2);
            assertThat(studio.counts.clientsGone()).isEqualTo(6);
            studio.engine.open();
            await().until(studio::isIdle);
            assertThat(studio.engine.decodes()).isEqualTo(2);
            assertThat(studio.renditions.stored()).hasSize(2);
        }
    }

    @Test
    void holdsNoMoreThanTheBudgetWhateverIsAsked() throws Exception {
        long budget = 48 * MEGABYTE;
        var size = new Studio.Size(4, budget, MEGABYTE, Duration.ofSeconds(1), LONG);
        originals.upload("large.png", TestPictures.png(400, 300, 0xFF0000), "image/png");
        try (var studio = studio(size)) {
            studio.engine.costs(
                    source -> source.facts().size().width() > 100 ? 20 * MEGABYTE : MEGABYTE / 2);
            studio.engine.during(PicturesTest::work);
            var made = new AtomicInteger();
            var shed = new AtomicInteger();
            var random = new Random(3);
            var asked = new ArrayList<Future<?>>();
            for (int i = 0; i < 2_200; i++) {
                String key = i % 11 == 0 ? "large.png" : "a.png";
                int width = i + 1;
                int start = random.nextInt(1_000);
                asked.add(
                        clients.submit(() -> {
                            Thread.sleep(start);
                            try {
                                studio.pictures.made(Studio.wanted(key, "resize,w_" + width));
                                made.incrementAndGet();
                            } catch (ServiceFailure full) {
                                shed.incrementAndGet();
                            }
                            return null;
                        }));
            }
            for (Future<?> one : asked) {
                one.get();
            }

            System.out.printf(
                    "200 large and 2,000 small: %d made, %d shed, at most %d of %d MiB held%n",
                    made.get(), shed.get(), studio.engine.mostHeld() >> 20, budget >> 20);
            assertThat(made.get() + shed.get()).isEqualTo(2_200);
            assertThat(made).hasPositiveValue();
            assertThat(studio.engine.mostHeld()).isLessThanOrEqualTo(budget);
            await().until(() ->
                    studio.counts.slotsUsed() == 0
                            && studio.counts.memoryReserved() <= 2 * MEGABYTE);
        }
    }

    @Test
    void givesEverythingBackWhateverHappens() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var size =
                    new Studio.Size(
                            1 + random.nextInt(3),
                            3 * MEGABYTE,
                            0,
                            Duration.ofMillis(1 + random.nextInt(30)),
                            Duration.ofMillis(20 + random.nextInt(300)));
            steps.beforeEach(PicturesTest::storeFailsSometimes);
            try (var studio = new Studio(originals, size, () -> PicturesTest::leavesSometimes)) {
                studio.engine.during(PicturesTest::failSometimes);
                var asked = new ArrayList<Future<?>>();
                for (int i = 0; i < 200; i++) {
                    String text = "resize,w_" + (1 + random.nextInt(20));
                    asked.add(clients.submit(() -> outcome(studio, text)));
                }
                for (Future<?> one : asked) {
                    one.get();
                }
                await().until(studio::isIdle);
            }
        }
    }

    private static String outcome(Studio studio, String text) throws InterruptedException {
        Thread.sleep(dice(50));
        try {
            studio.pictures.made(Studio.wanted("a.png", text));
            return "made";
        } catch (ImageFailure
                | ServiceFailure
                | ClientGone
                | SdkClientException
                | IllegalStateException failure) {
            return failure.getClass().getSimpleName();
        }
    }

    private static boolean leavesSometimes() {
        return dice(3) == 0;
    }

    private static void failSometimes() {
        work();
        switch (dice(6)) {
            case 0 -> throw new UndecodableImage("damaged");
            case 1 -> throw new IllegalArgumentException("a defect");
            default -> {}
        }
    }

    private static void storeFailsSometimes() {
        if (dice(10) == 0) {
            throw SdkClientException.create("no");
        }
    }

    private static void work() {
        LockSupport.parkNanos(1_000_000L * dice(5));
    }

    private static int dice(int sides) {
        return ThreadLocalRandom.current().nextInt(sides);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<Picture>> ask(Studio studio, int count, String text) {
        var answers = new ArrayList<Future<Picture>>();
        for (int i = 0; i < count; i++) {
            answers.add(clients.submit(() -> studio.pictures.made(Studio.wanted("a.png", text))));
        }
        return answers;
    }

    private Studio studio(Studio.Size size) {
        return new Studio(originals, size, () -> () -> false);
    }

    private long reads() {
        return steps.taken().stream().filter("GET original"::equals).count();
    }
}

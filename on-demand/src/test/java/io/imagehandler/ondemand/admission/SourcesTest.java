package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Originals of a megabyte each, in a budget of four.
class SourcesTest {

    private static final int MEGABYTE = 1 << 20;
    private static final OriginalKey A = new OriginalKey("a");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final MemoryBudget budget = new MemoryBudget(4 * MEGABYTE);
    private final Memory memory = new Memory(budget);

    SourcesTest() {
        for (String key : new String[] {"a", "b", "c", "d", "e"}) {
            originals.upload(key, new byte[MEGABYTE], "image/png");
        }
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void readsOnceForAllWhoNeedItAtTheSameTime() throws Exception {
        var sources = sources(0);
        var reading = new CountDownLatch(1);
        steps.before(0, () -> await().until(() -> sources.shared() == 9));
        var readers = new ArrayList<Future<Integer>>();
        var held = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            readers.add(
                    clients.submit(() -> {
                        try (Seat<Source> seat = sources.open(A, new Patience(LONG))) {
                            held.countDown();
                            reading.await();
                            return seat.value().length();
                        }
                    }));
        }

        held.await();
        assertThat(budget.reserved()).isEqualTo(MEGABYTE);
        reading.countDown();
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isEqualTo(MEGABYTE);
        }
        assertThat(steps.taken()).containsExactly("GET original");
        await().until(() -> budget.reserved() == 0);
    }

    @Test
    void keepsWhatWasUsedAsFarAsItFits() throws InterruptedException {
        var sources = sources(2 * MEGABYTE);

        for (String key : new String[] {"a", "b", "a", "b"}) {
            use(sources, key);
        }
        assertThat(steps.taken()).filteredOn("GET original"::equals).hasSize(2);

        for (String key : new String[] {"c", "d", "e"}) {
            use(sources, key);
        }
        await().until(() -> budget.reserved() == 2 * MEGABYTE);
    }

    @Test
    void dropsWhatIsMerelyKeptForThoseWhoFindNoRoom() throws InterruptedException {
        var sources = sources(4 * MEGABYTE);
        for (String key : new String[] {"a", "b", "c", "d"}) {
            use(sources, key);
        }
        await().until(() -> budget.reserved() == 4 * MEGABYTE);

        try (Seat<Source> _ = sources.open(new OriginalKey("e"), new Patience(Duration.ZERO))) {
            assertThat(budget.reserved()).isLessThanOrEqualTo(4 * MEGABYTE);
        }
    }

    @Test
    void refusesWhatItFindsNoRoomFor() throws InterruptedException {
        var sources = sources(0);
        try (var _ = budget.reserve(4 * MEGABYTE, LONG).orElseThrow()) {
            assertThatThrownBy(() -> open(sources, new Patience(Duration.ofMillis(20))))
                    .isInstanceOf(ServiceFailure.class);
        }
        assertThat(memory.shed()).isEqualTo(1);
        open(sources, new Patience(Duration.ZERO));
        await().until(() -> budget.reserved() == 0);
    }

    @Test
    void readsAgainWhatWasReplacedAndDropsWhatIsGone() throws InterruptedException {
        var sources = sources(4 * MEGABYTE);
        use(sources, "a");
        originals.upload("a", new byte[] {1}, "image/png");

        try (Seat<Source> seat = sources.open(A, new Patience(LONG))) {
            assertThat(seat.value().length()).isEqualTo(1);
        }
        originals.delete("a");
        assertThatThrownBy(() -> open(sources, new Patience(LONG)))
                .isInstanceOf(NoSuchOriginal.class);
        await().until(() -> budget.reserved() == 0);
    }

    @Test
    void readsNothingThatIsTooLarge() {
        originals.upload("a", new byte[3 * MEGABYTE], "image/png");

        assertThatThrownBy(() -> open(sources(0), new Patience(LONG)))
                .isInstanceOf(OriginalTooLarge.class);
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void triesAgainForTheOthersWhenAReadingFails() throws Exception {
        var sources = sources(0);
        var failed = new AtomicInteger();
        steps.before(
                0,
                () -> {
                    await().until(() -> sources.shared() == 4);
                    throw SdkClientException.create("no");
                });
        var readers = new ArrayList<Future<?>>();
        for (int i = 0; i < 5; i++) {
            readers.add(
                    clients.submit(() -> {
                        try {
                            open(sources, new Patience(LONG));
                        } catch (SdkClientException no) {
                            failed.incrementAndGet();
                        }
                        return null;
                    }));
        }

        for (Future<?> reader : readers) {
            reader.get();
        }
        assertThat(failed).hasValue(1);
        await().until(() -> budget.reserved() == 0);
    }

    @Test
    void stopsAReadingThatNobodyWantsAnyMore() throws InterruptedException {
        var sources = sources(0);
        var full = budget.reserve(4 * MEGABYTE, LONG).orElseThrow();
        Future<?> reader =
                clients.submit(() -> {
                    open(sources, new Patience(LONG));
                    return null;
                });
        await().until(() -> budget.waiting() == 1);

        reader.cancel(true);

        await().until(() -> budget.waiting() == 0);
        full.close();
        await().until(() -> budget.reserved() == 0);
    }

    private Sources sources(long kept) {
        return new Sources(
                originals,
                new Freshness(originals),
                memory,
                new Sources.Bounds(2 * MEGABYTE, kept));
    }

    private static void use(Sources sources, String key) throws InterruptedException {
        try (Seat<Source> seat = sources.open(new OriginalKey(key), new Patience(LONG))) {
            assertThat(seat.value().length()).isPositive();
        }
    }

    private static void open(Sources sources, Patience patience) throws InterruptedException {
        try (Seat<Source> seat = sources.open(A, patience)) {
            assertThat(seat.value().length()).isPositive();
        }
    }
}

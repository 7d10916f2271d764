package io.imagehandler.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.memory.MemoryBudget.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryBudgetTest {

    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final MemoryBudget budget = new MemoryBudget(10 * MIB);
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void givesBackWhatIsClosed() throws InterruptedException {
        Reservation three = taken(3 * MIB);

        assertThat(three.bytes()).isEqualTo(3 * MIB);
        assertThat(budget.reserved()).isEqualTo(3 * MIB);
        three.close();
        three.close();
        assertThat(budget.reserved()).isZero();
        assertThat(budget.size()).isEqualTo(10 * MIB);
    }

    @Test
    void roundsUpToWholePermits() throws InterruptedException {
        try (var little = taken(MIB + 1)) {
            assertThat(little.bytes()).isEqualTo(2 * MIB);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryBudget(MIB - 1));
    }

    @Test
    void refusesAtOnceWhatNeverFits() throws InterruptedException {
        try (var all = taken(10 * MIB)) {
            assertThatExceptionOfType(ImageTooLarge.class)
                    .isThrownBy(() -> budget.reserve(10 * MIB + 1, LONG))
                    .withMessageContaining("11 MiB of memory, more than the 10");
            assertThatExceptionOfType(ImageTooLarge.class)
                    .isThrownBy(() -> all.grow(11 * MIB, LONG));
        }
    }

    @Test
    void waitsNoLongerThanItIsTold() throws InterruptedException {
        try (var _ = taken(9 * MIB)) {
            assertThat(budget.reserve(2 * MIB, Duration.ZERO)).isEmpty();
            assertThat(budget.reserve(2 * MIB, SHORT)).isEmpty();
            assertThat(budget.waiting()).isZero();
            assertThat(budget.reserved()).isEqualTo(9 * MIB);
        }
    }

    @Test
    void servesThoseFirstWhoCameFirst() throws Exception {
        Reservation first = taken(9 * MIB);
        Future<Reservation> large = waiting(1, () -> taken(8 * MIB));
        Future<Reservation> small = waiting(2, () -> taken(MIB));

        // It would fit, but would starve the large one.
        assertThat(small.isDone()).isFalse();
        first.close();

        large.get().close();
        small.get().close();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void servesThoseFirstWhoHoldSome() throws Exception {
        Reservation one = taken(4 * MIB);
        Reservation other = taken(4 * MIB);
        Future<Reservation> newcomer = waiting(1, () -> taken(3 * MIB));

        // Waiting for one another, they would stand still until their patience ends.
        assertThat(one.grow(6 * MIB, LONG)).isTrue();
        assertThat(one.bytes()).isEqualTo(6 * MIB);
        assertThat(one.grow(5 * MIB, LONG)).isTrue();
        assertThat(other.grow(6 * MIB, SHORT)).isFalse();
        assertThat(other.bytes()).isEqualTo(4 * MIB);

        one.close();
        newcomer.get().close();
        other.close();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void letsOthersByWhenSomebodyGivesUp() throws Exception {
        Reservation first = taken(9 * MIB);
        Future<Reservation> impatient = waiting(1, () -> taken(2 * MIB));
        Future<Reservation> small = waiting(2, () -> taken(MIB));

        impatient.cancel(true);

        small.get().close();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(impatient::get);
        first.close();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void neverGivesMoreThanThereIsAndLosesNothing() throws Exception {
        var held = new AtomicLong();
        var most = new AtomicLong();
        var tasks = new ArrayList<Future<?>>();
        for (int i = 0; i < 200; i++) {
            Future<?> task = others.submit(() -> useRepeatedly(held, most));
            tasks.add(task);
            if (i % 10 == 0) {
                task.cancel(true);
            }
        }
        for (Future<?> task : tasks) {
            if (!task.isCancelled()) {
                task.get();
            }
        }
        others.close();

        assertThat(most.get()).isBetween(MIB, 10 * MIB);
        assertThat(held.get()).isZero();
        assertThat(budget.waiting()).isZero();
        assertThat(budget.reserved()).isZero();
    }

    private Void useRepeatedly(AtomicLong held, AtomicLong most) throws InterruptedException {
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < 50; i++) {
            long bytes = random.nextLong(1, 6) * MIB;
            var patience = Duration.ofMillis(random.nextLong(3));
            Optional<Reservation> some = budget.reserve(bytes, patience);
            if (some.isEmpty()) {
                continue;
            }
            try (var reservation = some.get()) {
                boolean grown = reservation.grow(bytes + MIB, patience);
                long mine = grown ? bytes + MIB : bytes;
                most.accumulateAndGet(held.addAndGet(mine), Math::max);
                Thread.onSpinWait();
                held.addAndGet(-mine);
            }
        }
        return null;
    }

    private Reservation taken(long bytes) throws InterruptedException {
        return budget.reserve(bytes, LONG).orElseThrow();
    }

    /// Returns once `count` wait in all.
    private <T> Future<T> waiting(int count, Callable<T> task) {
        Future<T> future = others.submit(task);
        while (budget.waiting() < count) {
            Thread.onSpinWait();
        }
        return future;
    }
}

package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.ondemand.admission.Slots.Place;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Watchdog watchdog = new Watchdog(System::nanoTime);
    private final Slots slots = new Slots(1, LONG, watchdog);

    @AfterEach
    void close() {
        release.countDown();
        clients.close();
        slots.close();
        watchdog.close();
    }

    @Test
    void rendersOnPlatformThreads() throws InterruptedException {
        try (Place place = slots.enter()) {
            place.awaitSlot(Lane.ANY, new Patience(LONG));

            assertThat(
                            place.<Boolean>render(
                                    "a", in(LONG), () -> Thread.currentThread().isVirtual()))
                    .isFalse();
        }
    }

    @Test
    void passesOnWhyAPictureWasRefused() throws InterruptedException {
        var reason = new UndecodableImage("damaged");
        try (Place place = slots.enter()) {
            place.awaitSlot(Lane.ANY, new Patience(LONG));

            assertThatThrownBy(() ->
                            place.render(
                                    "a",
                                    in(LONG),
                                    () -> {
                                        throw reason;
                                    }))
                    .isSameAs(reason);
        }
    }

    @Test
    void refusesWhomItHasNoPlaceFor() {
        try (var _ = slots.enter();
                var _ = slots.enter();
                var _ = slots.enter()) {
            assertThatThrownBy(slots::enter).isInstanceOf(ServiceFailure.class);
            assertThat(slots.depth()).isEqualTo(3);
        }
        assertThat(slots.shed()).isEqualTo(1);
        assertThat(slots.depth()).isZero();
        slots.enter().close();
    }

    @Test
    void refusesWhatWaitsTooLong() throws InterruptedException {
        occupy();
        try (Place place = slots.enter()) {
            var patience = new Patience(Duration.ofMillis(50));

            assertThatThrownBy(() -> place.awaitSlot(Lane.ANY, patience))
                    .isInstanceOfSatisfying(
                            ServiceFailure.class,
                            failure ->
                                    assertThat(failure.reason())
                                            .isEqualTo(ServiceFailure.Reason.OVERLOADED));
            assertThat(patience.left()).isZero();
        }
        assertThat(slots.shed()).isEqualTo(1);
        assertThat(slots.used()).isEqualTo(1);
    }

    @Test
    void handsItsSlotToTheNext() throws Exception {
        occupy();
        Future<Integer> next = clients.submit(() -> render(() -> 2));
        await().until(() -> slots.depth() == 1);

        release.countDown();

        assertThat(next.get()).isEqualTo(2);
    }

    @Test
    void freesThePlaceOfOneWhoIsWantedNoMore() throws InterruptedException {
        occupy();
        Future<Integer> unwanted = clients.submit(() -> render(() -> 2));
        await().until(() -> slots.depth() == 1);

        unwanted.cancel(true);

        await().until(() -> slots.depth() == 0);
        assertThat(slots.used()).isEqualTo(1);
    }

    @Test
    void holdsTheSlotUntilItsThreadIsFree() throws InterruptedException {
        Future<?> hung = clients.submit(() -> render(this::block));
        begun.await();

        hung.cancel(true);

        await().during(Duration.ofMillis(50)).until(() -> slots.used() == 1);
        release.countDown();
        await().until(() -> slots.used() == 0);
    }

    private void occupy() throws InterruptedException {
        Future<?> _ = clients.submit(() -> render(this::block));
        begun.await();
    }

    private int render(Supplier<Integer> rendering) throws InterruptedException {
        try (Place place = slots.enter()) {
            place.awaitSlot(Lane.ANY, new Patience(LONG));
            return place.render("a", in(LONG), rendering);
        }
    }

    private int block() {
        begun.countDown();
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time);
    }
}

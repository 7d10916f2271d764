package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.ondemand.admission.Slots.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration DOORSTEP = Duration.ofMillis(10);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Watchdog watchdog = new Watchdog(System::nanoTime);
    private final Slots slots = new Slots(1, LONG, DOORSTEP, watchdog);
    private final Slots patientSlots = new Slots(1, LONG, LONG, watchdog);

    @AfterEach
    void close() {
        release.countDown();
        clients.close();
        slots.close();
        patientSlots.close();
        watchdog.close();
    }

    @Test
    void rendersOnPlatformThreads() throws InterruptedException {
        try (Place place = enter(slots)) {
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
        try (Place place = enter(slots)) {
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
    void refusesWhomItHasNoPlaceForUntilHisTimeAtTheDoorIsUp() throws InterruptedException {
        try (var _ = enter(slots);
                var _ = enter(slots);
                var _ = enter(slots)) {
            var patience = new Patience(LONG);

            assertThatThrownBy(() -> slots.enter(patience)).isInstanceOf(ServiceFailure.class);
            assertThat(patience.spent()).isGreaterThanOrEqualTo(DOORSTEP);
            assertThat(slots.depth()).isEqualTo(3);
        }
        assertThat(slots.shed()).isEqualTo(1);
        assertThat(slots.depth()).isZero();
        enter(slots).close();
    }

    @Test
    void letsNobodyStandAtTheDoorWhoHasNoTimeToWait() throws InterruptedException {
        try (var _ = enter(patientSlots);
                var _ = enter(patientSlots);
                var _ = enter(patientSlots)) {
            assertThatThrownBy(() -> patientSlots.enter(new Patience(Duration.ZERO)))
                    .isInstanceOf(ServiceFailure.class);
        }
    }

    @Test
    void letsInFromTheDoorAsPlacesBecomeFreeAndRefusesAtOnceWhoFindsNoRoomThere() throws Exception {
        Place first = enter(patientSlots);
        var standing = new ArrayList<Future<Place>>();
        try (var _ = enter(patientSlots);
                var _ = enter(patientSlots)) {
            for (int i = 0; i < 6; i++) {
                standing.add(clients.submit(() -> enter(patientSlots)));
            }
            await().until(patientSlots::isClosed);

            assertThatThrownBy(() -> enter(patientSlots)).isInstanceOf(ServiceFailure.class);
            assertThat(patientSlots.refusal()).isPresent();
            assertThat(patientSlots.shed()).isEqualTo(2);
            first.close();

            await().until(() -> standing.stream().anyMatch(Future::isDone));
            assertThat(standing).filteredOn(Future::isDone).hasSize(1);
            assertThat(patientSlots.isClosed()).isFalse();
        }
        await().until(() -> {
            for (Future<Place> one : standing) {
                if (one.isDone()) {
                    one.get().close();
                }
            }
            return standing.stream().allMatch(Future::isDone);
        });
        for (Future<Place> one : standing) {
            one.get().close();
        }
        assertThat(patientSlots.depth()).isZero();
    }

    @Test
    void refusesWhatWaitsTooLong() throws InterruptedException {
        occupy();
        try (Place place = enter(slots)) {
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

    private static Place enter(Slots slots) throws InterruptedException {
        return slots.enter(new Patience(LONG));
    }

    private void occupy() throws InterruptedException {
        Future<?> _ = clients.submit(() -> render(this::block));
        begun.await();
    }

    private int render(Supplier<Integer> rendering) throws InterruptedException {
        try (Place place = enter(slots)) {
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

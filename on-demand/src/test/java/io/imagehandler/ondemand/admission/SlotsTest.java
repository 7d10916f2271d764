package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.failure.UndecodableImage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Slots slots = new Slots(1, SHORT);

    @AfterEach
    void close() {
        release.countDown();
        clients.close();
        slots.close();
    }

    @Test
    void rendersOnPlatformThreads() {
        assertThat(slots.render(() -> Thread.currentThread().isVirtual(), in(LONG))).isFalse();
    }

    @Test
    void passesOnWhyAPictureWasRefused() {
        var reason = new UndecodableImage("damaged");

        assertThatThrownBy(() ->
                        slots.render(
                                () -> {
                                    throw reason;
                                },
                                in(LONG)))
                .isSameAs(reason);
    }

    @Test
    void refusesWhatWaitsTooLong() throws InterruptedException {
        occupy();

        assertThatThrownBy(() -> slots.render(() -> 1, in(LONG)))
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(ServiceFailure.Reason.OVERLOADED));
    }

    @Test
    void givesUpWhatIsNotFinishedInTime() {
        try (var patient = new Slots(1, LONG)) {
            assertThatThrownBy(() -> patient.render(this::block, in(Duration.ofSeconds(1))))
                    .isInstanceOfSatisfying(
                            ServiceFailure.class,
                            failure ->
                                    assertThat(failure.reason())
                                            .isEqualTo(ServiceFailure.Reason.TIMEOUT));
        }
    }

    @Test
    void rendersNothingThatNobodyWaitsForAnyMore() throws InterruptedException {
        occupy();
        var rendered = new CountDownLatch(1);
        assertThatThrownBy(() ->
                        slots.render(
                                () -> {
                                    rendered.countDown();
                                    return 1;
                                },
                                in(LONG)))
                .isInstanceOf(ServiceFailure.class);

        release.countDown();

        assertThat(slots.render(() -> 2, in(LONG))).isEqualTo(2);
        assertThat(rendered.getCount()).isEqualTo(1);
    }

    @Test
    void refusesWhomItHasNoPlaceFor() {
        assertThatThrownBy(() ->
                        slots.admit(
                                () -> slots.admit(() -> slots.admit(() -> slots.admit(() -> 1)))))
                .isInstanceOf(ServiceFailure.class);
        assertThat(slots.admit(() -> slots.admit(() -> slots.admit(() -> 1)))).isEqualTo(1);
    }

    private void occupy() throws InterruptedException {
        Future<Integer> _ = clients.submit(() -> slots.render(this::block, in(LONG)));
        begun.await();
    }

    private int block() throws InterruptedException {
        begun.countDown();
        release.await();
        return 0;
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time);
    }
}

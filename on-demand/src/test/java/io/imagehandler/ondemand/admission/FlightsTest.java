package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.ondemand.admission.Flights.Work;
import io.imagehandler.ondemand.admission.ServiceFailure.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Client PRESENT = () -> false;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger discarded = new AtomicInteger();
    private final AtomicInteger outdated = new AtomicInteger();
    private final Flights<String, Integer> flights =
            new Flights<>(
                    new Flights.Cargo<>() {
                        @Override
                        public boolean isCurrent(Integer value) {
                            return value > outdated.get();
                        }

                        @Override
                        public void discard(Integer value) {
                            discarded.incrementAndGet();
                        }
                    });

    @AfterEach
    void close() {
        release.countDown();
        clients.close();
    }

    @Test
    void doesOnceWhatManyWantAtTheSameTime() throws Exception {
        List<Future<Integer>> answers = aboard(100, this::whenReleased);

        release.countDown();

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        assertThat(runs).hasValue(1);
        await().untilAtomic(discarded, is(1));
        assertThat(flights.size()).isZero();
    }

    @Test
    void doesAgainWhatIsWantedLater() {
        assertThat(get(_ -> runs.incrementAndGet())).isEqualTo(1);
        assertThat(get(_ -> runs.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void keepsWhatItCameToWhileSomebodyAsksForThat() {
        var kept = new ArrayList<Seat<Integer>>();
        get(flight -> {
            flight.commit();
            kept.add(flight.keep(LONG));
            return runs.incrementAndGet();
        });

        assertThat(get(_ -> runs.incrementAndGet())).isEqualTo(1);
        assertThat(discarded).hasValue(0);
        kept.getFirst().close();
        await().untilAtomic(discarded, is(1));
        assertThat(get(_ -> runs.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void doesAgainWhatIsKeptButOutdated() {
        get(flight -> {
            flight.commit();
            flight.keep(LONG);
            return runs.incrementAndGet();
        });
        outdated.set(1);

        assertThat(get(_ -> runs.incrementAndGet())).isEqualTo(2);
        await().until(() -> flights.size() == 0);
    }

    @Test
    void keepsItNoLongerThanItMay() {
        get(flight -> {
            flight.commit();
            flight.keep(Duration.ofMillis(20));
            return runs.incrementAndGet();
        });

        await().until(() -> flights.size() == 0);
        await().untilAtomic(discarded, is(1));
    }

    @Test
    void sharesARefusalAndRemembersItForAMoment() throws Exception {
        var reason = new UndecodableImage("damaged");
        List<Future<Integer>> answers =
                aboard(
                        10,
                        flight -> {
                            whenReleased(flight);
                            throw reason;
                        });

        release.countDown();

        for (Future<Integer> answer : answers) {
            assertThatThrownBy(answer::get).hasCause(reason);
        }
        assertThatThrownBy(() -> get(_ -> 5)).isSameAs(reason);
        assertThat(runs).hasValue(1);
        await().atMost(Duration.ofSeconds(2)).until(() -> flights.size() == 0);
        assertThat(get(_ -> 5)).isEqualTo(5);
    }

    @Test
    void doesNotRememberThatThereWasNoOriginal() {
        assertThatThrownBy(() ->
                        get(_ -> {
                            throw new NoSuchOriginal("none");
                        }))
                .isInstanceOf(NoSuchOriginal.class);
        assertThat(get(_ -> 5)).isEqualTo(5);
    }

    @Test
    void triesOnceMoreForThoseWhoDidNotBeginIt() throws Exception {
        var failed = new AtomicInteger();
        List<Future<Integer>> answers =
                aboard(
                        10,
                        flight -> {
                            if (whenReleased(flight) == 1) {
                                throw ServiceFailure.overloaded();
                            }
                            await().until(() -> flights.joined() == 17);
                            return 2;
                        });

        release.countDown();

        for (Future<Integer> answer : answers) {
            try {
                assertThat(answer.get()).isEqualTo(2);
            } catch (ExecutionException failure) {
                failed.incrementAndGet();
            }
        }
        assertThat(failed).hasValue(1);
        assertThat(runs).hasValue(2);
    }

    @Test
    void triesNoMoreThanTwice() throws Exception {
        List<Future<Integer>> answers =
                aboard(
                        10,
                        flight -> {
                            if (whenReleased(flight) == 2) {
                                await().until(() -> flights.joined() == 17);
                            }
                            throw ServiceFailure.overloaded();
                        });

        release.countDown();

        for (Future<Integer> answer : answers) {
            assertThatThrownBy(answer::get).hasCauseInstanceOf(ServiceFailure.class);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void goesOnForTheOthersWhenTheFirstLeaves() throws Exception {
        var gone = new AtomicBoolean();
        Future<Integer> first = board(gone::get, this::whenReleased);
        begun.await();
        Future<Integer> second = board(PRESENT, this::whenReleased);
        await().until(() -> flights.joined() == 1);

        gone.set(true);
        assertThatThrownBy(first::get).hasCauseInstanceOf(ClientGone.class);
        release.countDown();

        assertThat(second.get()).isEqualTo(1);
    }

    @Test
    void stopsWhenNobodyIsLeft() throws Exception {
        var interrupted = new CountDownLatch(1);
        var gone = new AtomicBoolean();
        Future<Integer> only =
                board(
                        gone::get,
                        flight -> {
                            try {
                                return whenReleased(flight);
                            } catch (InterruptedException stop) {
                                interrupted.countDown();
                                throw stop;
                            }
                        });
        begun.await();

        gone.set(true);

        assertThatThrownBy(only::get).hasCauseInstanceOf(ClientGone.class);
        await().until(() -> interrupted.getCount() == 0);
        assertThat(flights.size()).isZero();
    }

    @Test
    void finishesWhatItHasCommittedItselfTo() throws Exception {
        var gone = new AtomicBoolean();
        Future<Integer> only =
                board(
                        gone::get,
                        flight -> {
                            flight.commit();
                            return whenReleased(flight);
                        });
        begun.await();

        gone.set(true);

        assertThatThrownBy(only::get).hasCauseInstanceOf(ClientGone.class);
        assertThat(flights.size()).isEqualTo(1);
        release.countDown();
        await().untilAtomic(discarded, is(1));
        assertThat(flights.size()).isZero();
    }

    @Test
    void givesEverybodyHisOwnDeadline() throws Exception {
        Future<Integer> patient = board(PRESENT, this::whenReleased);
        begun.await();

        assertThatThrownBy(
                        () -> flights.get("a", passenger(Duration.ofMillis(20), PRESENT), _ -> 5))
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        late -> assertThat(late.reason()).isEqualTo(Reason.TIMEOUT));
        release.countDown();

        assertThat(patient.get()).isEqualTo(1);
    }

    @Test
    void saysThatItIsOverloadedWhereItStillWaits() {
        assertThatThrownBy(() ->
                        flights.get(
                                "a",
                                passenger(Duration.ofMillis(20), PRESENT),
                                flight -> {
                                    flight.waits(true);
                                    return whenReleased(flight);
                                }))
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        late -> assertThat(late.reason()).isEqualTo(Reason.OVERLOADED));
    }

    @Test
    void leavesNothingBehindWhateverHappens() {
        var begunWork = new AtomicInteger();
        var kept = new AtomicInteger();
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            String key = "k" + random.nextInt(5);
            int fate = random.nextInt(6);
            boolean leaves = random.nextInt(3) == 0;
            Future<?> _ =
                    clients.submit(() ->
                            flights.get(
                                    key,
                                    passenger(LONG, () -> leaves),
                                    flight -> {
                                        begunWork.incrementAndGet();
                                        if (fate == 0) {
                                            throw ServiceFailure.overloaded();
                                        }
                                        if (fate > 2) {
                                            flight.commit();
                                        }
                                        if (fate == 4) {
                                            flight.keep(Duration.ofMillis(5));
                                        }
                                        Thread.sleep(Duration.ofMillis(fate));
                                        kept.incrementAndGet();
                                        return 1;
                                    }));
        }

        await().until(() -> begunWork.get() > 0 && flights.size() == 0 && discarded.get() > 0);
        clients.close();
        await().until(() -> flights.size() == 0);
        await().untilAsserted(() -> assertThat(discarded.get()).isEqualTo(kept.get()));
    }

    /// So many who are all aboard one flight.
    private List<Future<Integer>> aboard(int count, Work<Integer> work) {
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 0; i < count; i++) {
            answers.add(board(PRESENT, work));
        }
        await().until(() -> flights.joined() == count - 1);
        return answers;
    }

    private Future<Integer> board(Client client, Work<Integer> work) {
        return clients.submit(() -> flights.get("a", passenger(LONG, client), work));
    }

    private int get(Work<Integer> work) {
        return flights.get("a", passenger(LONG, PRESENT), work);
    }

    private int whenReleased(Flight<Integer> flight) throws InterruptedException {
        int run = runs.incrementAndGet();
        begun.countDown();
        release.await();
        return run;
    }

    private static Passenger passenger(Duration time, Client client) {
        return new Passenger(Deadline.in(time), client, () -> {});
    }
}

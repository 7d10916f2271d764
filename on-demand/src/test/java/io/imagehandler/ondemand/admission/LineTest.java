package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.admission.Ticket.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// One slot, two places to wait, six to stand, and a patience of 1000; times are plain numbers.
class LineTest {

    private static final long PATIENCE = 1_000;
    private static final long MOMENT = 600;

    private final Line line = new Line(1, PATIENCE, MOMENT);

    @Test
    void rendersAtOnceWhileASlotIsFree() {
        assertThat(ready(0).state()).isEqualTo(State.RENDERING);
    }

    @Test
    void hasTwoPlacesToWaitAndSixToStandForEachSlot() {
        for (int i = 0; i < 3; i++) {
            assertThat(enter(0).orElseThrow().state()).isEqualTo(State.WAITING);
        }
        for (int i = 0; i < 6; i++) {
            assertThat(enter(0).orElseThrow().state()).isEqualTo(State.STANDING);
        }

        assertThat(line.isClosed(0)).isTrue();
        assertThat(enter(0)).isEmpty();
        assertThat(line.depth()).isEqualTo(3);
    }

    @Test
    void letsInFirstWhoStoodFirst() {
        Ticket fetching = enter(0).orElseThrow();
        Ticket rendering = ready(0);
        ready(0);
        Ticket first = enter(1).orElseThrow();
        Ticket second = enter(2).orElseThrow();

        line.leave(rendering, 100);
        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(second.state()).isEqualTo(State.STANDING);

        line.leave(second, 101);
        Ticket third = enter(102).orElseThrow();
        line.leave(fetching, 103);
        assertThat(second.state()).isEqualTo(State.STANDING);
        assertThat(third.state()).isEqualTo(State.WAITING);
    }

    @Test
    void letsOnlyThoseStandForWhomThereWillBeAPlaceInAMoment() {
        var patient = new Line(1, 100 * PATIENCE, MOMENT); // which has hope for everybody
        Ticket before = patient.enter(() -> {}, -250).orElseThrow();
        patient.ready(before, Lane.ANY, PATIENCE, -250);
        patient.end(before, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(patient.enter(() -> {}, 0)).isPresent();
        }

        assertThat(patient.enter(() -> {}, 0)).as("one ending to wait for").isPresent();
        assertThat(patient.enter(() -> {}, 0)).as("two").isPresent();
        assertThat(patient.isClosed(0)).isTrue();
        assertThat(patient.enter(() -> {}, 0)).as("three").isEmpty();
    }

    @Test
    void letsNobodyStandWhereNoPlaceHasBecomeFreeForAMoment() {
        for (int i = 0; i < 3; i++) {
            assertThat(enter(100)).isPresent(); // and waits for S3
        }

        assertThat(enter(100 + MOMENT)).isPresent();
        assertThat(line.isClosed(101 + MOMENT)).isTrue();
        assertThat(enter(101 + MOMENT)).isEmpty();
    }

    @Test
    void letsNobodyStandWhereS3IsSlow() {
        var patient = new Line(1, 100 * PATIENCE, MOMENT);
        Ticket before = patient.enter(() -> {}, -7 * MOMENT).orElseThrow();
        patient.leave(before, 0); // it has waited for S3, which failed
        for (int i = 0; i < 3; i++) {
            assertThat(patient.enter(() -> {}, 0)).isPresent();
        }

        assertThat(patient.isClosed(0)).isTrue();
    }

    @Test
    void letsNobodyStandForLongHoweverManySlotsThereAre() {
        var wide = new Line(8, PATIENCE, MOMENT);
        for (int i = 0; i < 24; i++) {
            assertThat(wide.enter(() -> {}, 100)).isPresent(); // and waits for S3
        }

        assertThat(wide.isClosed(100 + 2 * MOMENT)).isFalse();
        assertThat(wide.isClosed(101 + 2 * MOMENT)).isTrue();
    }

    @Test
    void countsThoseAtTheDoorAsAheadOfTheNext() {
        tookLately(240);
        for (int i = 0; i < 4; i++) {
            assertThat(enter(0)).isPresent();
        }
        assertThat(enter(0)).as("with 4 x 240 ahead").isPresent();
        assertThat(line.isClosed(0)).isTrue();
    }

    @Test
    void servesFirstWhoWasReadyFirst() {
        Ticket rendering = ready(0);
        Ticket first = ready(1);
        Ticket second = ready(2);

        line.leave(rendering, 100);

        assertThat(first.state()).isEqualTo(State.RENDERING);
        assertThat(second.state()).isEqualTo(State.WAITING);
    }

    @Test
    void letsTheReadyPassThoseWhoStillFetch() {
        Ticket rendering = ready(0);
        Ticket slow = enter(0).orElseThrow();
        Ticket fast = ready(1);

        line.leave(rendering, 100);
        line.ready(slow, Lane.ANY, PATIENCE, 101);

        assertThat(fast.state()).isEqualTo(State.RENDERING);
        assertThat(slow.state()).isEqualTo(State.WAITING);
    }

    @Test
    void refusesAtOnceWhoCannotBeServedInTime() {
        tookLately(5_000);
        ready(0);

        assertThat(enter(100)).isEmpty();
        assertThat(line.hopeless()).isEqualTo(1);
    }

    @Test
    void letsInWhoWillJustBeServedInTime() {
        tookLately(5_000);
        ready(0);

        assertThat(enter(4_000)).isPresent();
    }

    @Test
    void refusesTheOldOneOnceItIsHopelessAndServesTheNewer() {
        tookLately(1_000);
        Ticket rendering = ready(0);
        Ticket old = enter(0).orElseThrow();
        line.ready(old, Lane.ANY, 600, 500);
        assertThat(old.state()).isEqualTo(State.WAITING);

        // What renders now takes longer than was estimated, and the estimate follows.
        line.end(rendering, 900);
        Ticket next = old;
        assertThat(next.state()).isEqualTo(State.RENDERING);
        Ticket impatient = enter(950).orElseThrow();
        line.ready(impatient, Lane.ANY, 500, 950);
        Ticket patient = enter(960).orElseThrow();
        line.ready(patient, Lane.ANY, 1_000, 960);

        assertThat(impatient.state()).isEqualTo(State.REFUSED);
        assertThat(patient.state()).isEqualTo(State.WAITING);
        line.end(next, 1_800);
        assertThat(patient.state()).isEqualTo(State.RENDERING);
    }

    @Test
    void makesRoomForTheNewerByRefusingTheHopeless() {
        tookLately(600);
        Ticket rendering = ready(0);
        Ticket first = ready(0);
        Ticket second = enter(250).orElseThrow();
        line.ready(second, Lane.ANY, 650, 550);
        assertThat(enter(551)).isEmpty();

        // The first took far longer than estimated: there is one slot for the second's time only.
        line.end(rendering, 990);
        assertThat(first.state()).isEqualTo(State.RENDERING);
        Ticket newest = enter(995).orElseThrow();

        assertThat(second.state()).isEqualTo(State.REFUSED);
        line.ready(newest, Lane.ANY, PATIENCE, 1_000);
        assertThat(newest.state()).isEqualTo(State.WAITING);
    }

    @Test
    void takesARenderingThatIsLateForOneThatMayEndAnyMoment() {
        tookLately(100);
        ready(0);

        assertThat(enter(90_000)).isPresent();
    }

    @Test
    void learnsFromWhatRenderingsTake() {
        tookLately(5_000);
        for (int i = 0; i < 30; i++) {
            Ticket rendering = ready(0);
            line.end(rendering, 10);
        }
        ready(0);

        assertThat(enter(0)).isPresent();
    }

    @Test
    void learnsNothingFromWhoLeavesUnrendered() {
        tookLately(5_000);
        for (int i = 0; i < 30; i++) {
            line.leave(ready(0), 10);
        }
        ready(0);

        assertThat(enter(0)).isEmpty();
    }

    @Test
    void takesALeaverOutWhereverItIs() {
        Ticket rendering = ready(0);
        Ticket waiting = ready(0);
        Ticket fetching = enter(0).orElseThrow();

        List.of(fetching, waiting, rendering, fetching, waiting, rendering)
                .forEach(ticket -> line.leave(ticket, 1));

        assertThat(line.depth()).isZero();
        assertThat(line.rendering()).isZero();
    }

    @Test
    void letsASmallOnePassThoseForWhomThereIsNoSlot() {
        ready(0);
        Ticket large = ready(1);

        Ticket small = ready(Lane.SMALL, 2);

        assertThat(small.state()).isEqualTo(State.RENDERING);
        assertThat(large.state()).isEqualTo(State.WAITING);
        assertThat(line.rendering()).isEqualTo(2);
    }

    @Test
    void letsSmallOnesPassOneAfterTheOther() {
        Ticket large = ready(0);
        Ticket first = ready(Lane.SMALL, 1);
        Ticket second = ready(Lane.SMALL, 2);

        assertThat(second.state()).isEqualTo(State.WAITING);
        line.leave(first, 3);
        assertThat(second.state()).isEqualTo(State.RENDERING);
        assertThat(large.state()).isEqualTo(State.RENDERING);
    }

    @Test
    void keepsNoSlotForTheSmallOnes() {
        Ticket small = ready(Lane.SMALL, 0);

        Ticket large = ready(1);
        line.leave(small, 2);

        assertThat(large.state()).isEqualTo(State.RENDERING);
        assertThat(line.rendering()).isEqualTo(1);
    }

    @Test
    void expectsOfTheOthersWhatTheOthersTook() {
        tookLately(1_000);
        Ticket large = ready(0);
        for (int i = 0; i < 30; i++) {
            line.end(ready(Lane.SMALL, 1), 2);
        }

        assertThat(line.isClosed(3)).isFalse();
        assertThat(enter(3)).isPresent();
        assertThat(line.isClosed(4)).isTrue();
        line.leave(large, 5);
    }

    @Test
    void losesNoSlotAndNoPlaceWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var many = new Line(1 + random.nextInt(4), PATIENCE, MOMENT);
            var tickets = new ArrayList<Ticket>();
            long now = 0;
            for (int step = 0; step < 400; step++) {
                now += random.nextInt(300);
                if (random.nextBoolean()) {
                    many.enter(() -> {}, now).ifPresent(tickets::add);
                } else if (!tickets.isEmpty()) {
                    Ticket ticket = tickets.get(random.nextInt(tickets.size()));
                    if (random.nextBoolean()) {
                        Lane lane = random.nextInt(3) == 0 ? Lane.SMALL : Lane.ANY;
                        many.ready(ticket, lane, random.nextInt(1_000), now);
                    } else {
                        if (random.nextBoolean()) {
                            many.end(ticket, now);
                        } else {
                            many.leave(ticket, now);
                        }
                        tickets.remove(ticket);
                    }
                }
                assertThat(many.depth() + many.rendering()).isLessThanOrEqualTo(12);
            }
            for (Ticket ticket : tickets) {
                many.leave(ticket, now);
            }
            assertThat(many.depth()).as("seed %d", seed).isZero();
            assertThat(many.rendering()).as("seed %d", seed).isZero();
        }
    }

    private Optional<Ticket> enter(long now) {
        return line.enter(() -> {}, now);
    }

    private Ticket ready(long now) {
        return ready(Lane.ANY, now);
    }

    private Ticket ready(Lane lane, long now) {
        Ticket ticket = enter(now).orElseThrow();
        line.ready(ticket, lane, PATIENCE, now);
        return ticket;
    }

    private void tookLately(long time) {
        Ticket ticket = ready(-time);
        line.end(ticket, 0);
    }
}

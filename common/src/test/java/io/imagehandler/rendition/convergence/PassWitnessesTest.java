package io.imagehandler.rendition.convergence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Outcome.InStep;
import io.imagehandler.rendition.convergence.RecordedEvents.Failed;
import io.imagehandler.rendition.convergence.RecordedEvents.Ready;
import io.imagehandler.style.Style;
import io.imagehandler.transformation.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What attempts, leases, applications and caches have to do with a pass.
class PassWitnessesTest {

    private static final OriginalKey CAT = new OriginalKey("photos/cat, 1.png");
    private static final byte[] RED = TestPictures.png(40, 30, 0xFF0000);
    private static final byte[] BLUE = TestPictures.png(40, 30, 0x0000FF);
    private static final byte[] JUNK = "not an image".getBytes(UTF_8);

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final DescribingEngine engine = new DescribingEngine();
    private final InMemoryAttempts attempts = new InMemoryAttempts();
    private final RecordedEvents events = new RecordedEvents();
    private final RecordedInvalidations invalidations = new RecordedInvalidations();
    private final TestLease lease = new TestLease();

    @Test
    void keepsOffWhatAnotherIsAtWorkOn() {
        EntityTag red = upload(RED);
        attempts.as("another", "describing-1").open(CAT, red);

        assertThat(converge()).isEqualTo(new Outcome.Busy());
        assertThat(engine.decodes()).isZero();
        assertThat(events.told()).isEmpty();
    }

    @Test
    void takesOverFromAWorkerThatDied() {
        EntityTag red = upload(RED);
        attempts.as("another", "describing-1").open(CAT, red);
        attempts.elapse(Attempts.STALE);

        assertThat(converge()).isEqualTo(new InStep(1, List.of(), 0));
        assertThat(worker().hasEnded(CAT, red)).isTrue();
    }

    @Test
    void triesWhatIsUnfitOnlyOnce() {
        EntityTag junk = upload(JUNK);

        Outcome first = converge();
        Outcome second = converge();

        assertThat(first).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) first).rejection().reason()).isEqualTo("unsupported-format");
        assertThat(((Outcome.Rejected) first).found()).isTrue();
        assertThat(((Outcome.Rejected) second).found()).isFalse();
        assertThat(steps.taken()).containsOnlyOnce("GET original");
        assertThat(events.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.etag()).isEqualTo(junk));
    }

    @Test
    void tellsWhatIsReady() {
        EntityTag red = upload(RED);

        converge();

        var ready = events.told();
        assertThat(ready).hasSize(1);
        assertThat(ready.getFirst())
                .isInstanceOfSatisfying(
                        Ready.class,
                        told -> {
                            assertThat(told.etag()).isEqualTo(red);
                            assertThat(told.renditions())
                                    .singleElement()
                                    .satisfies(one -> {
                                        assertThat(one.size()).isEqualTo(new Size(20, 15));
                                        assertThat(one.mediaType()).isEqualTo("image/png");
                                    });
                        });
    }

    @Test
    void tellsOfAnEventThatCameTwiceOnce() {
        upload(RED);
        converge();
        converge();

        assertThat(events.told()).hasSize(1);
    }

    /// All was stored, and nobody told: the message comes back.
    @Test
    void tellsInPlaceOfAPassThatDied() {
        EntityTag red = upload(RED);
        converge(Attempts.none());
        worker().open(CAT, red);
        attempts.elapse(Attempts.STALE);

        converge();

        assertThat(events.told()).hasSize(2);
        assertThat(worker().hasEnded(CAT, red)).isTrue();
    }

    @Test
    void invalidatesNothingAfterAFirstUpload() {
        upload(RED);
        converge();

        assertThat(invalidations.paths()).isEmpty();
    }

    @Test
    void invalidatesWhatWasReplacedUnderAllItsNames() {
        upload(RED);
        converge();
        upload(BLUE);
        converge();

        assertThat(invalidations.paths())
                .containsExactlyInAnyOrder(
                        "/photos/cat,%201.png",
                        "/_r/s/photos/cat,%201.png/small", "/photos/cat,%201.png@!small");
    }

    @Test
    void invalidatesWhatWasRemoved() {
        upload(RED);
        converge();
        originals.delete(CAT.value());
        converge();

        assertThat(invalidations.paths()).contains("/_r/s/photos/cat,%201.png/small");
    }

    /// Also what it has replaced before something changed again.
    @Test
    void invalidatesWhatItChangedEvenIfItIsGivenUp() {
        upload(RED);
        converge();
        upload(BLUE);
        int start = steps.taken().size();
        steps.before(start + 4, () -> lease.age = Lease.LONGEST);

        assertThat(converge(worker())).isEqualTo(new Outcome.LeaseLost());
        assertThat(invalidations.paths()).contains("/_r/s/photos/cat,%201.png/small");
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 400})
    void writesNothingWithAnOldLease(int seconds) {
        upload(RED);
        lease.age = Duration.ofSeconds(seconds);

        assertThat(converge()).isEqualTo(new Outcome.LeaseLost());
        assertThat(renditions.stored()).isEmpty();
        assertThat(lease.asked).isEmpty();
    }

    @Test
    void removesNothingWithAnOldLease() {
        upload(RED);
        converge();
        originals.delete(CAT.value());
        lease.age = Lease.LONGEST;

        assertThat(converge()).isEqualTo(new Outcome.LeaseLost());
        assertThat(renditions.stored()).hasSize(1);
    }

    /// It has looked at everything once more, so there is nothing to ask for.
    @Test
    void leavesItsMessageToAnotherIfItsLeaseGrewOldAtItsEnd() {
        upload(RED);
        steps.before(3, () -> lease.age = Lease.LONGEST);

        assertThat(converge()).isEqualTo(new Outcome.LeaseLost());
        assertThat(steps.taken().get(3)).isEqualTo("PUT rendition");
        assertThat(renditions.stored()).hasSize(1);
        assertThat(lease.asked).isEmpty();
    }

    @Test
    void leavesItToAnotherToTellOfTheUnfitIfItsLeaseGrewOld() {
        upload(new byte[] {1, 2, 3});
        steps.before(2, () -> lease.age = Lease.LONGEST);
        assertThat(converge()).isEqualTo(new Outcome.LeaseLost());
        assertThat(lease.rejected).isEmpty();

        lease.age = Duration.ZERO;
        attempts.elapse(Attempts.STALE);
        assertThat(converge()).isInstanceOf(Outcome.Rejected.class);
        assertThat(lease.rejected).containsExactly("unsupported-format");
    }

    @Test
    void asksForAnotherPassIfTheStoreFailsAfterItsLeaseWasLost() {
        upload(RED);
        steps.before(3, () -> lease.age = Lease.LONGEST);
        steps.before(
                4,
                () -> {
                    throw new IllegalStateException("the store fails");
                });

        assertThatThrownBy(this::converge).hasMessage("the store fails");
        assertThat(lease.asked).containsExactly(CAT);
    }

    @Test
    void asksForNoOtherPassWhileItsMessageIsItsOwn() {
        upload(RED);
        steps.before(
                4,
                () -> {
                    throw new IllegalStateException("the store fails");
                });

        assertThatThrownBy(this::converge).hasMessage("the store fails");
        assertThat(lease.asked).isEmpty();
    }

    /// A refusal is no absence: the original may well be there.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void removesNothingWhenTheStoreRefuses(int step) {
        upload(RED);
        converge();
        int start = steps.taken().size();
        steps.before(
                start + step,
                () -> {
                    throw new IllegalStateException("forbidden");
                });

        assertThatThrownBy(this::converge).hasMessage("forbidden");
        assertThat(renditions.stored()).hasSize(1);
    }

    private EntityTag upload(byte[] bytes) {
        return originals.upload(CAT.value(), bytes, "image/png");
    }

    private Attempts worker() {
        return attempts.as("worker", "describing-1");
    }

    private Outcome converge() {
        return converge(worker());
    }

    private Outcome converge(Attempts known) {
        Style small = Style.parse("small", "image/resize,w_20", Set.of(), true, "", 0);
        return new Convergence(
                        new Stores(originals, renditions, new InMemoryManifests()),
                        new Witnesses(known, invalidations, events),
                        new EagerRenditions(FixedStyles.of(small), false),
                        new TestConvergence(originals, renditions, engine).darkroom(1_000_000))
                .converge(CAT, lease);
    }

    private static final class TestLease implements Lease {

        private final List<OriginalKey> asked = new ArrayList<>();
        private final List<String> rejected = new ArrayList<>();
        private Duration age = Duration.ZERO;

        @Override
        public Duration age() {
            return age;
        }

        @Override
        public boolean isRepeated() {
            return false;
        }

        @Override
        public void askAgain(OriginalKey key) {
            asked.add(key);
        }

        @Override
        public void reject(EntityTag etag, Rejection rejection) {
            rejected.add(rejection.reason());
        }
    }
}

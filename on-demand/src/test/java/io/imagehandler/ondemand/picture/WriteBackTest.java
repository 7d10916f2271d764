package io.imagehandler.ondemand.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.ondemand.admission.Memory;
import io.imagehandler.ondemand.picture.WriteBack.Counts;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.TransformationGrammar;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class WriteBackTest {

    private static final EncodedImage IMAGE = RenditionsContract.image("picture");
    private static final WantedRendition WANTED =
            WantedRendition.adHoc(
                    new OriginalKey("a.png"),
                    TransformationGrammar.parse("image/resize,w_10"),
                    AcceptClass.NONE);

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final AtomicInteger ended = new AtomicInteger();
    private final MemoryBudget budget = new MemoryBudget(MemoryBudget.PERMIT);
    private final Memory memory = new Memory(budget);
    private final EntityTag tag = originals.upload("a.png", new byte[] {1}, "image/png");

    @Test
    void storesWhatWasMade() {
        store();

        assertThat(found()).map(StoredRendition::provenance).map(Provenance::source).contains(tag);
    }

    @Test
    void replacesNothing() {
        var other = new Provenance(new EntityTag("newer"), "recipe");
        renditions.create(WANTED.key(), RenditionsContract.image("other"), other);

        store();

        assertThat(found()).map(StoredRendition::provenance).contains(other);
    }

    @Test
    void takesBackWhatTheOriginalHasOutrun() {
        originals.upload("a.png", new byte[] {2}, "image/png");

        store();

        assertThat(found()).isEmpty();
    }

    @Test
    void takesBackWhatTheOriginalWasDeletedUnder() {
        originals.delete("a.png");

        store();

        assertThat(found()).isEmpty();
    }

    /// Between its own check and its removal, somebody may have put a better one there.
    @Test
    void leavesAloneWhatSomebodyElseMadeMeanwhile() {
        originals.upload("a.png", new byte[] {2}, "image/png");
        var newer = new Provenance(new EntityTag("newer"), "recipe");
        steps.before(
                2,
                () -> {
                    EntityTag mine = found().orElseThrow().tag();
                    renditions.replace(
                            WANTED.key(), mine, RenditionsContract.image("newer"), newer);
                });

        store();

        assertThat(found()).map(StoredRendition::provenance).contains(newer);
    }

    @Test
    void survivesAStoreThatFails() {
        steps.before(
                0,
                () -> {
                    throw SdkClientException.create("no");
                });

        store();

        assertThat(found()).isEmpty();
    }

    @Test
    void saysWhatBecameOfThem() {
        assertThat(store()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(store()).isEqualTo(new Counts(0, 1, 0, 0, 0));
        assertThat(ended).hasValue(2);
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void dropsWhatThereIsNoRoomFor() throws InterruptedException {
        try (var _ = budget.reserve(1, Duration.ZERO).orElseThrow()) {
            assertThat(store()).isEqualTo(new Counts(0, 0, 0, 1, 0));
        }
        assertThat(ended).hasValue(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void dropsWhatIsTooMuch() {
        var large = new Memory(new MemoryBudget(100 * MemoryBudget.PERMIT));
        var stuck = new CountDownLatch(1);
        steps.beforeEach(() -> awaitQuietly(stuck));
        var writeBack = new WriteBack(originals, renditions, large, 1);
        for (int i = 0; i < 10; i++) {
            writeBack.later(WANTED, IMAGE, new Provenance(tag, "recipe"), ended::incrementAndGet);
        }

        // Four are being stored, two wait.
        assertThat(writeBack.counts().dropped()).isEqualTo(4);
        assertThat(ended).hasValue(4);
        stuck.countDown();
        writeBack.close();
        assertThat(ended).hasValue(10);
        assertThat(large.reserved()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Counts store() {
        int before = ended.get();
        try (var writeBack = new WriteBack(originals, renditions, memory, 1)) {
            writeBack.later(WANTED, IMAGE, new Provenance(tag, "recipe"), ended::incrementAndGet);
            await().untilAtomic(ended, greaterThan(before));
            return writeBack.counts();
        }
    }

    private Optional<StoredRendition> found() {
        return Optional.ofNullable(renditions.stored().get(WANTED.key().path()));
    }
}

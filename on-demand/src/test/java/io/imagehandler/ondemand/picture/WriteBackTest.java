package io.imagehandler.ondemand.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.memory.MemoryBudget;
import io.imagehandler.ondemand.admission.Memory;
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
import java.util.Optional;
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

    private void store() {
        try (var writeBack = new WriteBack(originals, renditions, memory, 1)) {
            writeBack.later(WANTED, IMAGE, new Provenance(tag, "recipe"), ended::incrementAndGet);
        }
    }

    private Optional<StoredRendition> found() {
        return Optional.ofNullable(renditions.stored().get(WANTED.key().path()));
    }
}

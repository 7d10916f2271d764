package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.style.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The real path from bytes to renditions, one pass at a time: overwrites, deletions and new
/// uploads before, during and after passes and stores on demand, their events late, twice and in
/// any order.
class SeededFaultsTest {

    private static final OriginalKey CAT = new OriginalKey("photos/cat.png");
    private static final RenditionKey LAZY = RenditionsContract.style(CAT, "lazy");
    private static final List<byte[]> PICTURES =
            IntStream.range(0, 3).mapToObj(i -> TestPictures.png(9, 9, 0x40 << (8 * i))).toList();
    private static final Style[] STYLES = {
        Style.parse("thumb", "image/resize,w_3", Set.of("webp"), true, "", 0),
        Style.parse("small", "image/resize,w_5", Set.of(), true, "", 0)
    };

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final List<String> events = new ArrayList<>();
    private @Nullable EntityTag truth;

    /// Table rows E2, E3, E4.
    @ParameterizedTest
    @MethodSource("seeds")
    void hasRenditionsOfTheNewestOriginalIfAndOnlyIfThereIsOne(long seed) {
        var random = new Random(seed);
        int changes = 20;
        while (changes > 0 || !events.isEmpty()) {
            if (changes > 0 && random.nextBoolean()) {
                changes--;
                // During what follows, or after it, when its number comes.
                steps.before(steps.taken().size() + random.nextInt(30), () -> change(random));
            }
            if (random.nextInt(4) == 0) {
                storeOnDemand();
            }
            if (!events.isEmpty()) {
                Collections.shuffle(events, random);
                events.removeLast();
                converge();
            } else {
                originals.tag(CAT); // time goes by
            }
        }
        IntStream.range(0, 40).forEach(_ -> originals.tag(CAT));
        while (!events.isEmpty()) {
            events.removeLast();
            converge();
        }

        assertThat(sources()).allMatch(source -> source.equals(truth));
        assertThat(renditions.stored().keySet().stream().filter(path -> !path.equals(LAZY.path())))
                .hasSize(truth == null ? 0 : 3);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private void change(Random random) {
        if (random.nextInt(3) == 0) {
            originals.delete(CAT.value());
            truth = null;
        } else {
            byte[] picture = PICTURES.get(random.nextInt(PICTURES.size()));
            truth = originals.upload(CAT.value(), picture, "image/png");
        }
        events.add("something has changed");
        if (random.nextInt(3) == 0) {
            events.add("something has changed");
        }
    }

    private void converge() {
        Outcome outcome =
                new TestConvergence(originals, renditions, new DescribingEngine())
                        .of(1_000_000, STYLES)
                        .converge(CAT, Lease.unlimited());
        if (outcome instanceof Outcome.Later) {
            events.add("not acknowledged");
        }
    }

    private void storeOnDemand() {
        originals
                .read(CAT, 1_000_000)
                .ifPresent(original ->
                        new Deposit(originals, renditions)
                                .store(
                                        LAZY,
                                        RenditionsContract.image(original.tag().value()),
                                        new Provenance(original.tag(), "recipe")));
    }

    private List<EntityTag> sources() {
        return renditions.stored().values().stream()
                .map(found -> found.provenance().source())
                .toList();
    }
}

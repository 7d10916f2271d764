package io.imagehandler.worker.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.OriginalKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Set<String> CAT =
            Set.of(
                    "/cat.jpg",
                    "/_r/m/cat.jpg",
                    "/_r/s/cat.jpg/card",
                    "/_r/s/cat.jpg/card.webp",
                    "/_r/s/cat.jpg/thumb",
                    "/cat.jpg@!card",
                    "/cat.jpg@!thumb");

    @Test
    void putsAWildcardWhereThreePathsBeginAlike() {
        assertThat(new Batch(List.of(CAT)).shortened(5))
                .containsExactlyInAnyOrder(
                        "/cat.jpg",
                        "/_r/m/cat.jpg",
                        "/_r/s/cat.jpg/*",
                        "/cat.jpg@!card",
                        "/cat.jpg@!thumb");
    }

    @Test
    void hasNoMoreWildcardsThanMayBeAndThoseThatStandForTheMost() {
        Set<String> four = Set.of("/_r/s/b/1", "/_r/s/b/2", "/_r/s/b/3", "/_r/s/b/4");

        assertThat(new Batch(List.of(CAT, four)).shortened(1))
                .contains("/_r/s/b/*")
                .containsAll(CAT)
                .hasSize(CAT.size() + 1);
    }

    @Test
    void leavesKeysApartThatAreInOneFolder() {
        var batch =
                new Batch(List.of(Set.of("/_r/m/a/1"), Set.of("/_r/m/a/2"), Set.of("/_r/m/a/3")));

        assertThat(batch.shortened(5)).isEqualTo(batch.exact());
    }

    @Test
    void putsNoWildcardBehindAnAsterisk() {
        var batch = new Batch(List.of(Set.of("/_r/s/a*/1", "/_r/s/a*/2", "/_r/s/a*/3")));

        assertThat(batch.shortened(5)).isEqualTo(batch.exact());
    }

    @Test
    void waitsForNoMoreThanThereIsRoomFor() {
        var waiting = new Waiting(3);

        assertThat(waiting.add(new OriginalKey("a"), Set.of("/1", "/2"))).isTrue();
        assertThat(waiting.add(new OriginalKey("b"), Set.of("/3", "/4"))).isFalse();
        assertThat(waiting.add(new OriginalKey("a"), Set.of("/2", "/3"))).isTrue();
        assertThat(waiting.take(2).exact()).hasSize(2);
        assertThat(waiting.take(2).exact()).hasSize(1);
        assertThat(waiting.size()).isZero();
        assertThat(waiting.add(new OriginalKey("b"), Set.of("/3", "/4"))).isTrue();
    }
}

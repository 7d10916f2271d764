package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    private static final long SECOND = 1_000_000_000L;

    private long now = 77;

    @Test
    void leavesUploadsEverySlotThatTheyFill() {
        var share = new Share(2, () -> now);
        try (var _ = share.upload()) {
            assertThat(share.hasRoom()).isTrue();
            try (var _ = share.upload()) {
                assertThat(share.hasRoom()).isFalse();
            }
        }
    }

    @Test
    void waitsUntilUploadsHaveLeftRoomForASecond() {
        var share = new Share(1, () -> now);
        try (var _ = share.upload()) {
            now += 5 * SECOND;
        }
        assertThat(share.hasRoom()).isTrue();

        try (var _ = share.upload()) {
            assertThat(share.hasRoom()).isFalse();
        }
        now += SECOND - 1;
        assertThat(share.hasRoom()).isFalse();
        now += 1;
        assertThat(share.hasRoom()).isTrue();
    }

    @Test
    void takesNoMoreThanHalfOfTheSlots() {
        var share = new Share(4, () -> now);
        try (var _ = share.job()) {
            assertThat(share.hasRoom()).isTrue();
            try (var _ = share.job()) {
                assertThat(share.hasRoom()).isFalse();
            }
        }
        assertThat(share.hasRoom()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "64, 32"})
    void isHalfOfTheSlotsButOneAtLeast(int slots, int most) {
        assertThat(Share.most(slots)).isEqualTo(most);
    }
}

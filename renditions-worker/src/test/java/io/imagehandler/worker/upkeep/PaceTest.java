package io.imagehandler.worker.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private long now = 5_000;

    @Test
    void letsSoManyGoInASecond() {
        var pace = new Pace(20, () -> now);

        assertThat(pace.take(10)).isZero();
        assertThat(pace.take(10)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.take(5)).isEqualTo(Duration.ofSeconds(1));
        now += 1_000_000_000;
        assertThat(pace.take(1)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void doesNotSaveUpWhatWasNotUsed() {
        var pace = new Pace(10, () -> now);
        now += 60_000_000_000L;

        assertThat(pace.take(10)).isZero();
        assertThat(pace.take(10)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void isMoreThanNothing(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(rate));
    }
}

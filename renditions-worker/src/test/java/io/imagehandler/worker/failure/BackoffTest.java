package io.imagehandler.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "100, 300"})
    void waitsLongerEachTime(int failures, int seconds) {
        assertThat(Backoff.longest(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void spreadsWhatFailsTogether() {
        assertThat(IntStream.range(0, 500).mapToObj(_ -> backoff.after(3).toSeconds()))
                .contains(1L, 20L)
                .allSatisfy(wait -> assertThat(wait).isBetween(1L, 20L));
    }

    @Test
    void waitsExactlyWhereThereIsNoRange() {
        assertThat(backoff.between(Duration.ofSeconds(30), Duration.ofSeconds(30)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.between(Duration.ZERO, Duration.ZERO)).isZero();
    }
}

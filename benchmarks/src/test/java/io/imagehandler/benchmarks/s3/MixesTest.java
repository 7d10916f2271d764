package io.imagehandler.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixesTest {

    @Test
    void arriveInTheOtherProcessAsTheyWere() {
        var mixes = new Mixes(4_200, 180, List.of(9_000L, 7_000L, 12_000L));

        assertThat(Mixes.of(mixes.line())).isEqualTo(mixes);
    }

    @Test
    void mayBeNone() {
        var none = new Mixes(800, 40, List.of());

        assertThat(Mixes.of(none.line())).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 1
                    0.5  | 51
                    0.99 | 100
                    1    | 100
                    """)
    void haveThePercentilesOfAllRoundsTogether(double share, double millis) {
        var rounds = List.of(new Mixes(1, 1, millis(51, 100)), new Mixes(1, 1, millis(1, 50)));

        assertThat(Mixes.percentile(rounds, share)).isEqualTo(millis);
    }

    private static List<Long> millis(int first, int last) {
        return LongStream.rangeClosed(first, last).mapToObj(i -> i * 1_000).toList();
    }
}

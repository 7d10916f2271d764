package io.imagehandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 1 2
                    2 | 1 2 3
                    6 | 1 2 4 6 9
                    8 | 1 2 4 8 12
                    """)
    void triesAsManySlotsAsProcessorsAndFewerAndMore(int processors, String slots) {
        assertThat(SlotsTable.counts(processors).stream().map(String::valueOf))
                .containsExactly(slots.split(" "));
    }
}

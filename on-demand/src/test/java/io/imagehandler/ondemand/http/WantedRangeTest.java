package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.ByteRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # of 100 bytes              | wanted
                    bytes=0-0                   | 0-0
                    bytes=0-99                  | 0-99
                    bytes=10-19                 | 10-19
                    bytes=10-                   | 10-99
                    bytes=99-                   | 99-99
                    bytes=90-1000               | 90-99
                    bytes=-1                    | 99-99
                    bytes=-100                  | 0-99
                    bytes=-1000                 | 0-99
                    BYTES = 0-0                 | all
                    Bytes=0-0                   | 0-0
                    bytes= 1 - 2                | 1-2
                    bytes=0-99999999999999999999 | 0-99
                    bytes=100-                  | none
                    bytes=100-200               | none
                    bytes=99999999999999999999- | none
                    bytes=-0                    | none
                    bytes=2-1                   | all
                    bytes=0-1,5-6               | all
                    bytes=-                     | all
                    bytes=                      | all
                    bytes                       | all
                    bytes=a-b                   | all
                    bytes=1-2-3                 | all
                    bytes=--1                   | all
                    bytes=+1-2                  | all
                    items=0-1                   | all
                    """)
    void knowsWhichBytesAreWanted(String field, String wanted) {
        assertThat(describe(WantedRange.of(field, 100))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, none", "bytes=0-, none", "bytes=-1, none"})
    void findsNoBytesInAnEmptyFile(String field, String wanted) {
        assertThat(describe(WantedRange.of(field, 0))).isEqualTo(wanted);
    }

    private static String describe(WantedRange wanted) {
        return switch (wanted) {
            case WantedRange.All() -> "all";
            case WantedRange.None() -> "none";
            case WantedRange.Some(ByteRange(long first, long last)) -> first + "-" + last;
        };
    }
}

package io.imagehandler.worker.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long now;

    @Test
    void tellsRateAndRemainingTimeEveryTenSeconds() {
        var lines = new Lines("backfill", new PrintStream(text, true, UTF_8), () -> now);

        lines.begin(2_000, 500);
        now += 9_000_000_000L;
        lines.reach(590, 10);
        now += 1_000_000_000L;
        lines.reach(600, 7);
        lines.close();

        assertThat(text.toString(UTF_8).strip())
                .isEqualTo("backfill: 600 of 2000 done, 10.0/s, 2 min 20 s left, 7 in the queue");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "60, 1 min 0 s",
        "3599, 59 min 59 s",
        "3600, 1 h 0 min",
        "90061, 25 h 1 min"
    })
    void tellsTimes(double seconds, String told) {
        assertThat(Times.told(seconds)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"812, 812 bytes", "34500, 34.5 kB", "1200000, 1.2 MB", "8e12, 8.0 TB"})
    void tellsAmounts(double bytes, String told) {
        assertThat(Times.bytes(bytes)).isEqualTo(told);
    }
}

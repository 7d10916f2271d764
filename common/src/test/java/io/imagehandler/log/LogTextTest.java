package io.imagehandler.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void leavesNothingThatCouldBreakALine() {
        assertThat(LogText.of("a b\nc\u001B[31m\u2028ü.jpg"))
                .isEqualTo("a%20b%0Ac%1B[31m%E2%80%A8%C3%BC.jpg");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(LogText.of("k".repeat(1_000))).isEqualTo("k".repeat(256) + "...");
    }
}

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

    @Test
    void keepsSentencesReadable() {
        assertThat(LogText.sentence("it broke\nhere\u2028")).isEqualTo("it broke%0Ahere%E2%80%A8");
    }

    @Test
    void keepsSecretsToItself() {
        assertThat(LogText.sentence("GET /a?x-sig=abc&x=1 Credential=AKIA/eu, Signature=ff failed"))
                .isEqualTo(
                        "GET /a?x-sig=(secret)&x=1 Credential=(secret), Signature=(secret) failed");
    }
}

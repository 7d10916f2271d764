package io.imagehandler.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void saysHowAServiceEndedThatDidNotComeUp() {
        assertThatThrownBy(() -> Rehearsal.main("sh", "-c", "exit 7"))
                .hasMessage("the service ended with 7 before it was ready");
    }
}

package io.imagehandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String PAGE =
            "# A\n<!-- bench:engine -->\nold\n<!-- end -->\nB\n<!-- bench:eager -->\n<!-- end -->\n";

    @Test
    void putsATableWhereThePageHasRoomForIt() throws IOException {
        assertThat(Document.with(PAGE, "engine", "new"))
                .isEqualTo(
                        "# A\n<!-- bench:engine -->\n\nnew\n\n<!-- end -->\nB\n"
                                + "<!-- bench:eager -->\n<!-- end -->\n");
    }

    @Test
    void doesNotLoseATableThatHasNoPlace() {
        assertThatIOException()
                .isThrownBy(() -> Document.with(PAGE, "http", "new"))
                .withMessageContaining("http");
    }
}

package io.imagehandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String PAGE =
            """
            # A
            <!-- bench:engine -->
            old
            <!-- end -->
            B
            <!-- bench:eager -->
            <!-- end -->
            """;

    @Test
    void putsATableWhereThePageHasRoomForIt() throws IOException {
        assertThat(Document.with(PAGE, "engine", "new"))
                .isEqualTo(
                        """
                        # A
                        <!-- bench:engine -->

                        new

                        <!-- end -->
                        B
                        <!-- bench:eager -->
                        <!-- end -->
                        """);
    }

    @Test
    void doesNotLoseATableThatHasNoPlace() {
        assertThatIOException()
                .isThrownBy(() -> Document.with(PAGE, "http", "new"))
                .withMessageContaining("http");
    }
}

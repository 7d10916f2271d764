package io.imagehandler.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.ImageLimits;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSettingsTest {

    @Test
    void takesTwoBucketsAndTwoTables() {
        assertThatCode(() -> settings("originals", "derived", "styles", "5s"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""        | derived   | styles | PT5S    | image-handler.originals-bucket must be set
                    originals | " "       | styles | PT5S    | image-handler.derived-bucket must be set
                    originals | derived   | ""     | PT5S    | image-handler.style-table must be set
                    originals | derived   | attempts | PT5S  | image-handler.attempt-table must be another table
                    pictures  | pictures  | styles | PT5S    | both are pictures
                    originals | derived   | styles | PT0.09S | must be between 100ms and 10m but is PT0.09S
                    originals | derived   | styles | PT601S  | must be between 100ms and 10m but is PT10M1S
                    """)
    void saysWhatIsWrong(
            String originals, String derived, String table, String refresh, String reason) {
        assertThatThrownBy(() -> settings(originals, derived, table, refresh))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static ImageSettings settings(
            String originals, String derived, String table, String refresh) {
        Duration pause = Duration.parse(refresh.startsWith("PT") ? refresh : "PT" + refresh);
        return new ImageSettings(
                originals,
                derived,
                table,
                "attempts",
                pause,
                Duration.ofMinutes(10),
                EngineChoice.AUTO,
                "",
                Set.of(),
                ImageLimits.DEFAULT,
                new RenderSettings(0, Duration.ofSeconds(5)),
                Duration.ofMinutes(2));
    }
}

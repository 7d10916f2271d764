package io.imagehandler.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagehandler.transformation.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetteringTest {

    @Test
    void takesSixtyFourCharactersHoweverManyUnitsTheyAre() {
        assertThat(lettering("\uD83D\uDE00".repeat(64), 40, 0).text()).hasSize(128);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # characters | size | shadow | message
                    0            | 40   | 0      | characters must be between 1 and 64 but is 0
                    65           | 40   | 0      | characters must be between 1 and 64 but is 65
                    1            | 0    | 0      | size must be between 1 and 1000 but is 0
                    1            | 1001 | 0      | size must be between 1 and 1000 but is 1001
                    1            | 40   | -1     | shadow must be between 0 and 100 but is -1
                    1            | 40   | 101    | shadow must be between 0 and 100 but is 101
                    """)
    void refusesWhatIsOutOfRange(int characters, int size, int shadow, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lettering("a".repeat(characters), size, shadow))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"000A", "0000", "0009", "001F", "007F", "0085", "009F"})
    void refusesControlCharacters(String point) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lettering("a" + Character.toString(hex(point)), 40, 0))
                .withMessage("text must be without control characters");
    }

    private static int hex(String point) {
        return Integer.parseInt(point, 16);
    }

    private static Lettering lettering(String text, int size, int shadow) {
        return new Lettering(text, Typeface.WQY_ZENHEI, size, Color.BLACK, shadow, Color.BLACK);
    }
}

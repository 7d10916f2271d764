package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.transformation.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500  | 500  | 200 | as many frames and pixels as there may be
                    9000 | 9000 | 1   | one frame is no animation
                    5000 | 5000 | 2   | exactly the pixels allowed
                    """)
    void allowsAnimationsUpToTheirLimits(int width, int height, int frames, String why) {
        assertThatCode(() -> ImageLimits.DEFAULT.allowFrames(new Size(width, height), frames))
                .as(why)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1     | 1     | 201 | one frame too many
                    5000  | 5001  | 2   | a row too many
                    10000 | 10000 | 200 | more pixels than an int counts
                    """)
    void refusesLargerAnimations(int width, int height, int frames, String why) {
        assertThatThrownBy(() -> ImageLimits.DEFAULT.allowFrames(new Size(width, height), frames))
                .as(why)
                .isInstanceOf(ImageTooLarge.class);
    }

    @Test
    void hasNoLimitBelowOne() {
        assertThatThrownBy(() -> new ImageLimits(1, 1, 1, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frames must be at least 1 but is 0");
    }
}

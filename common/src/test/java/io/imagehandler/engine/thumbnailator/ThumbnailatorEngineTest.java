package io.imagehandler.engine.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageEngineContract;
import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImages;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailatorEngineTest implements ImageEngineContract {

    private static final ImageEngine ENGINE = new ThumbnailatorEngine();

    @Override
    public ImageEngine engine() {
        return ENGINE;
    }

    @Test
    void namesTheVersionOfThumbnailator() {
        assertThat(engine().version()).doesNotEndWith("-0");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    100, 1
                    80, 6
                    50, 16
                    10, 80
                    """)
    void scalesTheStandardTablesByTheQuality(int quality, int first) {
        var file = written(Pictures.gradient(new Size(16, 16)), new Encoding.Jpeg(quality, false));

        assertThat(file.segment(0xDB).orElseThrow().get(1)).isEqualTo((byte) first);
    }

    @Test
    void mixesTheColorsThatAPaletteHasNoRoomFor() {
        var gradient = Pictures.gradient(new Size(96, 96));

        var image = written(gradient, new Encoding.Gif()).decoded();
        for (int top = 0; top < 96; top += 12) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(mean(image, top, shift))
                        .isCloseTo(mean(gradient, top, shift), within(5.0));
            }
        }
    }

    @Test
    void changesNoColorIfAPaletteHasRoomForAll() {
        var picture = Pictures.opaque(new Size(16, 16), (x, y) -> y * 16 + x);

        var image = written(picture, new Encoding.Gif()).decoded();
        for (int x = 0; x < 16; x++) {
            assertThat(image.getRGB(x, 15 - x)).isEqualTo(picture.getRGB(x, 15 - x));
        }
    }

    @Test
    void refusesFormatsThatItCannotRead() {
        var facts =
                new ImageFacts(
                        SourceFormat.AVIF,
                        new Size(9, 9),
                        1,
                        3,
                        8,
                        false,
                        ImageFacts.Coding.FRAMES,
                        Orientation.UPRIGHT,
                        false,
                        0,
                        486);
        var source = CheckedImages.of(ByteBuffer.allocate(100), facts);
        var plan = new Plan(List.of(), new Size(9, 9), 1, new Encoding.Png());

        assertThatThrownBy(() -> engine().render(source, List.of(plan)))
                .isInstanceOf(UnsupportedFormat.class);
    }

    private WrittenFile written(BufferedImage image, Encoding encoding) {
        var source = Pngs.of(image);
        var plan = new Plan(List.of(), source.size(), 1, encoding);
        return WrittenFile.of(engine().render(source.checked(), List.of(plan)).getFirst());
    }

    /// The mean of a channel in the square of 12 pixels on the diagonal.
    private static double mean(BufferedImage image, int top, int shift) {
        return IntStream.range(0, 144)
                .map(i -> image.getRGB(top + i % 12, top + i / 12) >> shift & 0xFF)
                .average()
                .orElseThrow();
    }
}

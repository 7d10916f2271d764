package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Libvips.class)
class EncoderTest {

    private static Vips vips;

    @BeforeAll
    static void start() {
        vips = new Vips(Libvips.library().functions());
        Guard.start(vips);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    width, height, effort
                    500,   500,    4
                    501,   500,    2
                    """)
    void takesMoreEffortForSmallWebp(int width, int height, int effort) {
        var source = Sources.checked(Sources.photograph(new Size(width, height)));
        try (var arena = Arena.ofConfined()) {
            Picture picture =
                    Loader.load(new Session(vips, arena), source, 1, 1).strip().inMemory();

            byte[] file = Encoder.encode(Frames.still(picture), new Encoding.Webp(75));
            assertThat(file)
                    .isEqualTo(webp(picture, effort))
                    .isNotEqualTo(webp(picture, 6 - effort));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    width, height, effort
                    500,   500,    3
                    501,   500,    2
                    """)
    void takesMoreEffortForSmallAvif(int width, int height, int effort) {
        var source = Sources.checked(Sources.photograph(new Size(width, height)));
        try (var arena = Arena.ofConfined()) {
            Picture picture =
                    Loader.load(new Session(vips, arena), source, 1, 1).strip().inMemory();

            byte[] file = Encoder.encode(Frames.still(picture), new Encoding.Avif(50));
            assertThat(file)
                    .isEqualTo(avif(picture, effort))
                    .isNotEqualTo(avif(picture, 5 - effort));
        }
    }

    private static byte[] avif(Picture picture, int effort) {
        return Encoder.save(picture.bare(), "heifsave_buffer")
                .set("compression", 4) // AV1
                .set("Q", 50)
                .set("effort", effort)
                .set("bitdepth", 8)
                .bytes();
    }

    private static byte[] webp(Picture picture, int effort) {
        return BareWebp.of(
                Encoder.save(picture.bare(), "webpsave_buffer")
                        .set("Q", 75)
                        .set("effort", effort)
                        .bytes());
    }
}

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

    private static final int QUALITY = 60;

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
                    format, width, height, effort, not
                    webp,   500,   500,    4,      2
                    webp,   501,   500,    2,      4
                    avif,   500,   500,    3,      2
                    avif,   501,   500,    2,      3
                    """)
    void takesMoreEffortForSmallPictures(
            String format, int width, int height, int effort, int other) {
        var source = Sources.checked(Sources.photograph(new Size(width, height)));
        try (var arena = Arena.ofConfined()) {
            Picture picture =
                    Loader.load(new Session(vips, arena), source, 1, 1).strip().inMemory();

            assertThat(Encoder.encode(Frames.still(picture), encoding(format)))
                    .isEqualTo(written(format, picture, effort))
                    .isNotEqualTo(written(format, picture, other));
        }
    }

    private static Encoding encoding(String format) {
        return format.equals("webp") ? new Encoding.Webp(QUALITY) : new Encoding.Avif(QUALITY);
    }

    private static byte[] written(String format, Picture picture, int effort) {
        return format.equals("webp")
                ? BareWebp.of(saved(picture, "webpsave_buffer", effort).bytes())
                : saved(picture, "heifsave_buffer", effort)
                        .set("compression", 4) // AV1
                        .set("bitdepth", 8)
                        .bytes();
    }

    private static Call saved(Picture picture, String saver, int effort) {
        return Encoder.save(picture.bare(), saver).set("Q", QUALITY).set("effort", effort);
    }
}

package io.imagehandler.engine.inspect;

import static io.imagehandler.engine.inspect.Inspected.facts;
import static io.imagehandler.engine.inspect.Inspected.refused;
import static io.imagehandler.testpictures.RawWebp.ALPHA;
import static io.imagehandler.testpictures.RawWebp.ANIMATED;
import static io.imagehandler.testpictures.RawWebp.lossless;
import static io.imagehandler.testpictures.RawWebp.lossy;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Octets;
import io.imagehandler.testpictures.RawWebp;
import io.imagehandler.transformation.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebpTest {

    @Test
    void findsTheFactsOfALossyPicture() {
        assertThat(facts(new RawWebp().chunk("VP8 ", lossy(20, 10)).end()))
                .isEqualTo(still(3, false, Orientation.UPRIGHT, false));
    }

    @Test
    void findsTheFactsOfALosslessPicture() {
        assertThat(facts(new RawWebp().chunk("VP8L", lossless(20, 10, true)).end()))
                .isEqualTo(still(4, true, Orientation.UPRIGHT, false));
        assertThat(facts(new RawWebp().chunk("VP8L", lossless(20, 10, false)).end()).alpha())
                .isFalse();
    }

    @Test
    void findsTheFactsOfAnExtendedFile() {
        byte[] webp =
                new RawWebp()
                        .canvas(0, 20, 10)
                        .chunk("ICCP", new byte[500])
                        .chunk("ALPH", new byte[3])
                        .chunk("VP8 ", lossy(20, 10))
                        .chunk("EXIF", exif("", 6))
                        .chunk("XMP ", new byte[5])
                        .end();

        assertThat(facts(webp)).isEqualTo(still(4, true, Orientation.TURNED_90, true));
    }

    @Test
    void believesAFileThatSaysItHasAlpha() {
        byte[] webp = new RawWebp().canvas(ALPHA, 20, 10).chunk("VP8 ", lossy(20, 10)).end();

        assertThat(facts(webp).channels()).isEqualTo(4);
    }

    @Test
    void findsTheFactsOfAnAnimation() {
        byte[] webp =
                new RawWebp()
                        .canvas(ANIMATED, 20, 10)
                        .animation()
                        .frame(0, 0, 20, 10, "VP8 ", lossy(20, 10))
                        .frame(18, 8, 2, 2, "VP8 ", lossy(2, 2))
                        .end();

        assertThat(facts(webp).frames()).isEqualTo(2);
        assertThat(facts(webp).size()).isEqualTo(new Size(20, 10));
        assertThat(facts(webp).alpha()).isFalse();
        byte[] transparent = new RawWebp().canvas(ANIMATED, 2, 2).frame(0, 0, 2, 2).end();
        assertThat(facts(transparent).alpha()).isTrue();
    }

    static IntStream tags() {
        return IntStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void findsEveryOrientation(int tag) {
        for (String prefix : List.of("", "Exif\0\0")) {
            byte[] webp =
                    new RawWebp()
                            .canvas(0, 20, 10)
                            .chunk("VP8 ", lossy(20, 10))
                            .chunk("EXIF", exif(prefix, tag))
                            .end();

            assertThat(facts(webp).orientation()).isEqualTo(Orientation.ofTag(tag));
        }
    }

    @Test
    void dropsAProfileThatIsTooLong() {
        byte[] webp =
                new RawWebp()
                        .canvas(0, 1, 1)
                        .chunk("ICCP", new byte[1_000_001])
                        .chunk("VP8 ", lossy(1, 1))
                        .end();

        assertThat(facts(webp).profile()).isFalse();
    }

    @Test
    void ignoresMetadataThatASimpleFileCannotHave() {
        byte[] webp = new RawWebp().chunk("VP8 ", lossy(20, 10)).chunk("EXIF", exif("", 6)).end();

        assertThat(facts(webp)).isEqualTo(still(3, false, Orientation.UPRIGHT, false));
    }

    @Test
    void refusesWhatIsDamaged() {
        byte[] interframe = lossy(1, 1);
        interframe[0] |= 1;
        byte[] version = lossless(1, 1, false);
        version[4] |= (byte) 0x80;
        assertThat(
                        List.of(
                                new RawWebp().end(),
                                new RawWebp().chunk("XMP ", new byte[4]).end(),
                                new RawWebp().chunk("VP8 ", interframe).end(),
                                new RawWebp().chunk("VP8L", version).end(),
                                new RawWebp().chunk("VP8 ", lossy(0, 1)).end(),
                                new RawWebp().canvas(0, 1, 1).end(),
                                new RawWebp().canvas(ANIMATED, 1, 1).animation().end(),
                                new RawWebp().canvas(0, 2, 1).chunk("VP8 ", lossy(1, 1)).end(),
                                new RawWebp().canvas(0, 1, 1).frame(0, 0, 1, 1).end(),
                                animated().frame(0, 0, 2, 2, "VP8 ", lossy(1, 1)).end(),
                                animated().frame(0, 0, 2, 2, "ALPH", new byte[1]).end(),
                                animated().frame(8, 0, 3, 2).end(),
                                animated().frame(0, 8, 2, 3).end()))
                .allSatisfy(webp -> assertThat(refused(webp)).isInstanceOf(UndecodableImage.class));
    }

    private static RawWebp animated() {
        return new RawWebp().canvas(ANIMATED, 10, 10).animation();
    }

    private static byte[] exif(String prefix, int tag) {
        var tiff = new Octets().text(prefix).text("II*\0").le32(8).le16(1);
        return tiff.le16(0x0112).le16(3).le32(1).le16(tag).le16(0).le32(0).toArray();
    }

    private static ImageFacts still(
            int channels, boolean alpha, Orientation orientation, boolean profile) {
        return new ImageFacts(
                SourceFormat.WEBP,
                new Size(20, 10),
                1,
                channels,
                8,
                alpha,
                Coding.FRAMES,
                orientation,
                profile,
                0,
                1600);
    }
}

package io.imagehandler.engine.inspect;

import static io.imagehandler.engine.inspect.Inspected.facts;
import static io.imagehandler.engine.inspect.Inspected.image;
import static io.imagehandler.engine.inspect.Inspected.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.HostileFiles;
import io.imagehandler.testpictures.Octets;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.RawPng;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PngTest {

    private static final Size SIZE = new Size(50, 30);

    static List<PictureFile> pictures() {
        var image = Pictures.gradient(SIZE);
        return List.of(
                Pngs.of(image),
                Pngs.grey(image),
                Pngs.of(Pictures.flat(SIZE, new Color(1, 2, 3, 4))),
                Pngs.deep(SIZE, 1, 2, 65_535),
                Pngs.palette(SIZE, 0xFF000000, 0xFFFF0000),
                Pngs.palette(SIZE, 0xFF000000, 0x00FF0000),
                Pngs.withSecrets(Pngs.of(image)),
                Pngs.withProfile(Pngs.of(image), Inspected.SRGB));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void findsWhatAFileWasMadeWith(PictureFile png) {
        Inspected.assertFacts(png);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # colour, depth, transparency | channels, depth, alpha
                    0 | 1  | 0 | 1 | 1  | false | grey
                    0 | 16 | 0 | 1 | 16 | false | grey
                    0 | 8  | 2 | 2 | 8  | true  | grey, one tone transparent
                    2 | 8  | 0 | 3 | 8  | false | colour
                    2 | 16 | 6 | 4 | 16 | true  | one colour transparent
                    2 | 8  | 5 | 3 | 8  | false | transparency of a wrong length is none
                    3 | 1  | 0 | 3 | 8  | false | palette
                    3 | 4  | 2 | 4 | 8  | true  | transparent palette
                    3 | 4  | 3 | 3 | 8  | false | more transparencies than colours are none
                    4 | 8  | 0 | 2 | 8  | true  | grey with alpha
                    4 | 8  | 2 | 2 | 8  | true  | transparency beside alpha means nothing
                    6 | 16 | 0 | 4 | 16 | true  | colour with alpha
                    """)
    void findsWhatAPixelConsistsOf(
            int colour, int depth, int transparency, int channels, int decoded, boolean alpha) {
        var png = new RawPng().header(4, 4, depth, colour);
        if (colour == RawPng.PALETTE) {
            png.chunk("PLTE", new byte[6]);
        }
        if (transparency > 0) {
            png.chunk("tRNS", new byte[transparency]);
        }
        ImageFacts facts = facts(png.data().end());

        assertThat(facts.channels()).isEqualTo(channels);
        assertThat(facts.depth()).isEqualTo(decoded);
        assertThat(facts.alpha()).isEqualTo(alpha);
    }

    @Test
    void findsOutThatAFileIsInterlaced() {
        byte[] png = new RawPng().header(4, 4, 8, RawPng.RGB, 1).data().end();

        assertThat(facts(png).coding()).isEqualTo(Coding.PASSES);
    }

    @Test
    void findsTheOrientationBeforeOrBehindThePixels() {
        byte[] exif =
                Inspected.unescaped(
                        "MM\\0\\42\\0\\0\\0\\8\\0\\1\\1\\18\\0\\3\\0\\0\\0\\1\\0\\8\\0\\0");
        byte[] before = header().chunk("eXIf", exif).data().end();
        byte[] behind = header().data().chunk("eXIf", exif).end();

        assertThat(facts(before).orientation().tag()).isEqualTo(8);
        assertThat(facts(behind).orientation().tag()).isEqualTo(8);
        assertThat(chunks(behind)).containsExactly("IHDR", "IDAT", "IEND");
    }

    @Test
    void keepsOnlyWhatChangesColours() {
        byte[] png =
                new RawPng()
                        .header(4, 4, 8, RawPng.PALETTE)
                        .chunk("tEXt", new byte[9])
                        .chunk("sRGB", new byte[1])
                        .chunk("gAMA", new byte[4])
                        .chunk("cHRM", new byte[32])
                        .chunk("pHYs", new byte[9])
                        .chunk("PLTE", new byte[6])
                        .chunk("tRNS", new byte[2])
                        .chunk("acTL", new byte[8])
                        .chunk("npTc", new byte[8])
                        .data()
                        .chunk("fdAT", new byte[8])
                        .chunk("iTXt", new byte[8])
                        .end();

        assertThat(chunks(png))
                .containsExactly("IHDR", "sRGB", "gAMA", "cHRM", "PLTE", "tRNS", "IDAT", "IEND");
    }

    @Test
    void dropsWhatIsMisplacedMalformedOrThereTwice() {
        byte[] png =
                header().chunk("sRGB", new byte[2])
                        .chunk("gAMA", new byte[4])
                        .chunk("gAMA", new byte[4])
                        .data()
                        .chunk("tRNS", new byte[6])
                        .end();

        assertThat(chunks(png)).containsExactly("IHDR", "gAMA", "IDAT", "IEND");
    }

    @Test
    void leavesADecoderTheSamePixels() throws IOException {
        var picture = Pngs.withSecrets(Pngs.of(Pictures.noise(SIZE)));
        var cleaned = image(picture.toArray()).bytes();
        var bytes = new byte[cleaned.remaining()];
        cleaned.get(bytes);

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        var decoded = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(decoded.getRGB(17, 11)).isEqualTo(Pictures.noise(SIZE).getRGB(17, 11));
    }

    @Test
    void dropsTextsThatSwell() {
        assertThat(chunks(HostileFiles.textBombs(40))).containsExactly("IHDR", "IDAT", "IEND");
    }

    @Test
    void dropsAProfileThatSwells() {
        assertThat(chunks(HostileFiles.profileBomb(4_000_000))).contains("iCCP");
        assertThat(chunks(HostileFiles.profileBomb(4_000_001))).doesNotContain("iCCP");
        assertThat(chunks(HostileFiles.profileBomb(400_000_000))).doesNotContain("iCCP");
        assertThat(facts(HostileFiles.profileBomb(4_000_000)).profile()).isTrue();
        assertThat(facts(HostileFiles.profileBomb(4_000_001)).profile()).isFalse();
    }

    @Test
    void dropsAProfileThatIsTooLongOrDamaged() {
        byte[] whole = RawPng.deflated(new byte[999]);
        byte[] longer = new Octets().text("p\0\0").zeros(1_000_000).toArray();
        byte[] damaged = new Octets().text("p\0\0").all(whole).toArray();
        damaged[7] ^= 0x10;
        byte[] cutOff = new Octets().text("p\0\0").all(Arrays.copyOf(whole, 5)).toArray();
        byte[] nameless = new Octets().text("\0\0").all(whole).toArray();

        for (byte[] profile : List.of(longer, damaged, cutOff, nameless, new byte[0])) {
            byte[] png = header().chunk("iCCP", profile).data().end();
            assertThat(facts(png).profile()).isFalse();
            assertThat(chunks(png)).doesNotContain("iCCP");
        }
    }

    @Test
    void doesNotCountThePicturesOfAnAnimation() {
        var png = header().chunk("acTL", new byte[8]).data();
        for (int i = 0; i < 1_001; i++) {
            png.chunk("fcTL", new byte[26]).chunk("fdAT", new byte[2_000]);
        }

        assertThat(facts(png.end()).frames()).isEqualTo(1);
    }

    @Test
    void acceptsAsMuchBesidesThePictureAsThereMayBe() {
        var thousand = header();
        for (int i = 0; i < 1_000; i++) {
            thousand.chunk("tEXt", new byte[1_000]);
        }
        byte[] full = thousand.data().end();
        byte[] over = header().chunk("tEXt", new byte[1_000_001]).data().end();

        assertThatCode(() -> image(full)).doesNotThrowAnyException();
        assertThat(refused(over)).isInstanceOf(ImageTooLarge.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3", "0, 32", "1, 8", "2, 4", "3, 16", "4, 4", "5, 8", "6, 1", "7, 8", "255, 8", "2, 0",
        "2, 12"
    })
    void refusesAnIllegalKindOfPixel(int colour, int depth) {
        byte[] png =
                new RawPng().header(4, 4, depth, colour).chunk("PLTE", new byte[6]).data().end();

        assertThat(refused(png)).isInstanceOf(UndecodableImage.class);
    }

    @Test
    void refusesChunksOutOfOrder() {
        var palette = new RawPng().header(4, 4, 8, RawPng.PALETTE);
        assertThat(
                        List.of(
                                new RawPng().chunk("tEXt").chunk("IHDR", new byte[13]).data().end(),
                                header().header(4, 4, 8, RawPng.GREY).data().end(),
                                header().data().chunk("tEXt").data().end(),
                                header().data().chunk("PLTE", new byte[6]).end(),
                                header().chunk("PLTE", new byte[5]).data().end(),
                                header().chunk("CgBI", new byte[4]).data().end(),
                                palette.data().end(),
                                header().end()))
                .allSatisfy(png -> assertThat(refused(png)).isInstanceOf(UndecodableImage.class));
    }

    @Test
    void refusesAWrongCheckSum() {
        byte[] png = Pngs.of(Pictures.noise(SIZE)).toArray();
        png[png.length / 2] ^= 1;

        assertThat(refused(png)).hasMessage("the PNG is damaged");
    }

    private static RawPng header() {
        return new RawPng().header(4, 4, 8, RawPng.RGB);
    }

    /// The chunks that a codec gets to see.
    private static List<String> chunks(byte[] png) {
        ByteBuffer cleaned = image(png).bytes().position(8);
        var types = new ArrayList<String>();
        while (cleaned.hasRemaining()) {
            int length = cleaned.getInt();
            byte[] type = new byte[4];
            cleaned.get(type).position(cleaned.position() + length + 4);
            types.add(new String(type, StandardCharsets.ISO_8859_1));
        }
        return types;
    }
}

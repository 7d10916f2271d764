package io.imagehandler.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.testpictures.Avifs;
import io.imagehandler.testpictures.Octets;
import io.imagehandler.testpictures.RawHeif;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeifTest {

    private static final Set<SourceFormat> EVERY = EnumSet.allOf(SourceFormat.class);
    private static final Inspector INSPECTOR =
            new Inspector(ImageLimits.DEFAULT, DecodeMemory.NATIVE, EVERY);

    @Test
    void findsTheFactsOfAFileThatAnEncoderWrote() {
        assertThat(facts(Avifs.opaque())).isEqualTo(avif(3, 8, false, false));
        assertThat(facts(Avifs.transparent())).isEqualTo(avif(4, 8, true, false));
        assertThat(facts(Avifs.deep())).isEqualTo(avif(3, 10, false, false));
    }

    @Test
    void findsAProfileUnlessItIsTooLong() {
        byte[] small = new Octets().text("prof").zeros(500).toArray();
        byte[] large = new Octets().text("rICC").zeros(1_000_000).toArray();
        byte[] numbers = new Octets().text("nclx").zeros(7).toArray();

        assertThat(facts(coloured(small)).profile()).isTrue();
        assertThat(facts(coloured(large)).profile()).isFalse();
        assertThat(facts(coloured(numbers)).profile()).isFalse();
    }

    @Test
    void isOfTheFormatWhoseBrandItBears() {
        assertThat(facts(RawHeif.avif().picture(2, 1).end()).format()).isEqualTo(SourceFormat.AVIF);
        assertThat(facts(RawHeif.heic().picture(2, 1).end()).format()).isEqualTo(SourceFormat.HEIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avif", "heic"})
    void isRefusedUnlessItsFormatIsEnabled(String brand) {
        byte[] file =
                brand.equals("avif")
                        ? RawHeif.avif().picture(2, 1).end()
                        : RawHeif.heic().picture(2, 1).end();
        var disabled = EnumSet.complementOf(EnumSet.of(facts(file).format()));

        for (Set<SourceFormat> enabled : List.of(disabled, Inspector.USUAL)) {
            var inspector = new Inspector(ImageLimits.DEFAULT, DecodeMemory.NATIVE, enabled);
            assertThatThrownBy(() -> inspector.inspect(ByteBuffer.wrap(file)))
                    .isInstanceOf(UnsupportedFormat.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 40, 30", "1, 30, 40", "2, 40, 30", "3, 30, 40"})
    void isAsLargeAsADecoderMakesIt(int angle, int width, int height) {
        byte[] turned = RawHeif.heic().property("irot", (byte) angle).picture(40, 30, 1).end();

        assertThat(facts(turned).size()).isEqualTo(new Size(width, height));
        assertThat(facts(turned).orientation()).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void isAsLargeAsItsCrop() {
        byte[] crop = new Octets().u32(60).u32(2).u32(20).u32(1).zeros(16).toArray();
        byte[] cropped = RawHeif.heic().property("clap", crop).picture(40, 30, 1).end();

        assertThat(facts(cropped).size()).isEqualTo(new Size(30, 20));
    }

    @Test
    void isAsLargeAsAGridOfTiles() {
        byte[] grid = RawHeif.heic().item("grid", 1000, 700).picture(512, 512).end();
        byte[] oneTile = RawHeif.heic().item("grid", 300, 200).picture(512, 512).end();

        assertThat(facts(grid).size()).isEqualTo(new Size(1000, 700));
        assertThat(facts(oneTile).size()).isEqualTo(new Size(300, 200));
        assertThat(facts(oneTile).decodeMemory()).isEqualTo(512 * 512 * 6);
    }

    @Test
    void findsTheDepthAndTheAlphaOfHevc() {
        byte[] urn = new Octets().u32(0).text("urn:mpeg:hevc:2015:auxid:1\0").toArray();
        byte[] codec = new Octets().zeros(17).u8(0xFA).zeros(5).toArray();
        byte[] heic =
                RawHeif.heic()
                        .property("hvcC", codec)
                        .property("auxC", urn)
                        .picture(2, 1, 1)
                        .picture(2, 1, 2)
                        .end();

        assertThat(facts(heic).depth()).isEqualTo(10);
        assertThat(facts(heic).channels()).isEqualTo(4);
    }

    @Test
    void passesOverAFilm() {
        byte[] film = RawHeif.box("moov", RawHeif.box("trak", RawHeif.box("infe", new byte[3])));
        byte[] avif = RawHeif.avif().picture(2, 1).end();
        byte[] both = new Octets().all(avif).all(film).toArray();

        assertThat(facts(both).size()).isEqualTo(new Size(2, 1));
        assertThat(facts(both).frames()).isEqualTo(1);
    }

    @Test
    void readsABoxWhoseLengthTakesEightBytes() {
        byte[] avif = RawHeif.avif().picture(2, 1).end();
        var longer = new Octets().all(avif).u32(1).text("free").u32(0).u32(20).zeros(4);

        assertThat(facts(longer.toArray()).size()).isEqualTo(new Size(2, 1));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(
                        List.of(
                                RawHeif.avif().picture(30_001, 1).end(),
                                RawHeif.avif().picture(20_000, 20_000).end(),
                                RawHeif.avif().picture(9_000, 9_000).end(),
                                RawHeif.avif().picture(0xFFFF_FFFFL, 0xFFFF_FFFFL).end(),
                                RawHeif.avif().picture(2, 1).picture(20_000, 20_000).end(),
                                RawHeif.heic().item("grid", 2, 1).picture(20_000, 20_000).end(),
                                pictures(257, 1),
                                pictures(200, 3_000)))
                .allSatisfy(file -> assertThat(refused(file)).isInstanceOf(ImageTooLarge.class));
    }

    @Test
    void refusesTooManyBoxesPropertiesAndPieces() {
        var boxes = new Octets().all(RawHeif.avif().picture(2, 1).end());
        var properties = RawHeif.avif().picture(2, 1);
        for (int i = 0; i < 4_096; i++) {
            boxes.all(RawHeif.box("free"));
        }
        for (int i = 0; i < 1_024; i++) {
            properties.property("pixi");
        }
        var pieces = new Octets().u32(0).u8(0, 0).u16(1).u16(1).u16(0).u16(0xFFFF).toArray();

        assertThat(
                        List.of(
                                boxes.toArray(),
                                properties.end(),
                                RawHeif.avif().picture(2, 1).described("iloc", pieces).end()))
                .allSatisfy(file -> assertThat(refused(file)).isInstanceOf(ImageTooLarge.class));
    }

    @Test
    void refusesWhatIsDamaged() {
        byte[] crop = new Octets().u32(61).u32(2).u32(20).u32(1).zeros(16).toArray();
        byte[] elsewhere = new Octets().u32(0).u8(0x44, 0).u16(1).u16(1).u16(1).u16(0).toArray();
        assertThat(
                        List.of(
                                RawHeif.avif().end(),
                                RawHeif.avif().item("av01").end(),
                                RawHeif.avif().item("hvc1", 2, 1).end(),
                                RawHeif.heic().item("jpeg", 2, 1).end(),
                                RawHeif.avif().picture(0, 1).end(),
                                RawHeif.avif().picture(2, 1, 9).end(),
                                RawHeif.avif().property("clap", crop).picture(40, 30, 1).end(),
                                RawHeif.avif().picture(2, 1).locatedAt(9_999).end(),
                                RawHeif.avif().picture(2, 1).described("iloc", elsewhere).end()))
                .allSatisfy(file -> assertThat(refused(file)).isInstanceOf(UndecodableImage.class));
    }

    @Test
    void refusesBoxesNestedTooDeep() {
        byte[] avif = RawHeif.avif().picture(2, 1).end();
        byte[] deep = new Octets().all(avif).all(RawHeif.nested("sinf", 8)).toArray();
        byte[] deeper = new Octets().all(avif).all(RawHeif.nested("sinf", 9)).toArray();

        assertThat(facts(deep).frames()).isEqualTo(1);
        assertThat(refused(deeper)).isInstanceOf(UndecodableImage.class);
    }

    @Test
    void refusesABoxThatIsLargerThanWhatItIsIn() {
        byte[] avif = RawHeif.avif().picture(2, 1).end();
        for (long length : new long[] {2, 7, 9, 0x7FFF_FFFFL, 0xFFFF_FFFFL}) {
            var longer = new Octets().all(avif).u32(length).text("free").toArray();

            assertThat(refused(longer)).isInstanceOf(UndecodableImage.class);
        }
        byte[] inner = new Octets().u32(16).text("trak").u32(24).text("free").zeros(16).toArray();
        assertThat(refused(new Octets().all(avif).all(inner).toArray()))
                .isInstanceOf(UndecodableImage.class);
        var endless = new Octets().all(avif).u32(1).text("free").u32(-1).u32(-1).toArray();
        assertThat(refused(endless)).isInstanceOf(UndecodableImage.class);
    }

    private static byte[] pictures(int count, int side) {
        var file = RawHeif.avif();
        for (int i = 0; i < count; i++) {
            if (i < 100) {
                file.picture(side, side);
            } else {
                file.item("av01").associated(i + 1, 1);
            }
        }
        return file.end();
    }

    private static byte[] coloured(byte[] colour) {
        return RawHeif.avif().property("colr", colour).picture(2, 1, 1).end();
    }

    private static ImageFacts facts(byte[] file) {
        return INSPECTOR.inspect(ByteBuffer.wrap(file)).facts();
    }

    private static ImageFailure refused(byte[] file) {
        return catchThrowableOfType(ImageFailure.class, () -> facts(file));
    }

    private static ImageFacts avif(int channels, int depth, boolean alpha, boolean profile) {
        return new ImageFacts(
                SourceFormat.AVIF,
                new Size(20, 10),
                1,
                channels,
                depth,
                alpha,
                Coding.FRAMES,
                Orientation.UPRIGHT,
                profile,
                0,
                1200);
    }
}

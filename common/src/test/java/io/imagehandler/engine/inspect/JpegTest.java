package io.imagehandler.engine.inspect;

import static io.imagehandler.engine.inspect.Inspected.facts;
import static io.imagehandler.engine.inspect.Inspected.refused;
import static io.imagehandler.testpictures.RawJpeg.BASELINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.Orientation;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.HostileFiles;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Octets;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.RawJpeg;
import io.imagehandler.transformation.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {

    private static final Size SIZE = new Size(50, 30);

    static List<PictureFile> pictures() {
        var image = Pictures.noise(SIZE);
        return List.of(
                Jpegs.baseline(image),
                Jpegs.progressive(image),
                Jpegs.grey(image),
                Jpegs.cmyk(SIZE, 1, 2, 3, 4),
                Jpegs.withSecrets(Jpegs.baseline(image)),
                Jpegs.withProfile(Jpegs.baseline(image), Inspected.SRGB));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void findsWhatAFileWasMadeWith(PictureFile jpeg) {
        Inspected.assertFacts(jpeg);
    }

    static IntStream tags() {
        return IntStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void findsEveryOrientationInBothByteOrders(int tag) {
        var jpeg = Jpegs.baseline(Pictures.noise(SIZE));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            var turned = Jpegs.withOrientation(jpeg, tag, order);

            assertThat(facts(turned.toArray()).orientation()).isEqualTo(Orientation.ofTag(tag));
        }
    }

    @Test
    void believesTheFirstExifOnly() {
        var jpeg = Jpegs.baseline(Pictures.noise(SIZE));
        var twice = Jpegs.withOrientation(Jpegs.withOrientation(jpeg, 3), 6);

        assertThat(facts(twice.toArray()).orientation()).isEqualTo(Orientation.TURNED_90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    II*\\0\\8\\0\\0\\0\\1\\0\\18\\1\\3\\0\\1\\0\\0\\0\\6\\0\\0\\0 | 6 | whole
                    II*\\0\\8\\0\\0\\0\\255\\255\\18\\1\\3\\0\\1\\0\\0\\0\\6\\0  | 1 | cut off
                    II*\\0\\8\\0\\0\\0\\1\\0\\18\\1\\4\\0\\1\\0\\0\\0\\6\\0\\0\\0 | 1 | not a SHORT
                    II*\\0\\8\\0\\0\\0\\1\\0\\18\\1\\3\\0\\1\\0\\0\\0\\9\\0\\0\\0 | 1 | of no meaning
                    II*\\0\\255\\255\\255\\255                              | 1 | far outside
                    II*\\0\\0\\0\\0\\0                                      | 1 | its own header
                    II+\\0\\8\\0\\0\\0                                      | 1 | BigTIFF
                    II                                                  | 1 | nothing
                    """)
    void takesExifThatMakesNoSenseForUpright(String tiff, int tag) {
        byte[] exif = new Octets().text("Exif\0\0").all(Inspected.unescaped(tiff)).toArray();
        byte[] jpeg = Jpegs.withSegment(RawJpeg.of(BASELINE, 8, 8, 3), 0xE1, exif);

        assertThat(facts(jpeg).orientation().tag()).isEqualTo(tag);
    }

    @Test
    void findsTheQualityThatAFileWasWrittenWith() throws IOException {
        for (int quality = 1; quality <= 100; quality++) {
            assertThat(facts(written(quality)).jpegQuality()).isEqualTo(quality);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "16, 90", "100, 43", "255, 1", "44, 75", "48, 73"})
    void findsTheNearestQualityOfAnyTableAndTheHigherOfTwo(int value, int quality) {
        byte[] jpeg = new RawJpeg().table(0, value).frame(BASELINE, 8, 8, 1).scan(1).end();

        assertThat(facts(jpeg).jpegQuality()).isEqualTo(quality);
    }

    @Test
    void holdsAJpegInSeveralScansForOneInPasses() {
        byte[] apart = new RawJpeg().table(0, 1).frame(BASELINE, 8, 8, 3).scan(1).end();
        byte[] again = new RawJpeg().table(0, 1).frame(BASELINE, 8, 8, 1).scan(1).scan(1).end();

        assertThat(facts(apart).coding()).isEqualTo(Coding.PASSES);
        assertThat(facts(again).coding()).isEqualTo(Coding.PASSES);
    }

    @Test
    void dropsAProfileThatIsTooLong() {
        byte[] chunk = new Octets().text("ICC_PROFILE\0").u8(1, 16).zeros(65_000).toArray();
        var jpeg = new RawJpeg();
        for (int i = 0; i < 16; i++) {
            jpeg.segment(0xE2, chunk);
        }
        byte[] file = jpeg.table(0, 1).frame(BASELINE, 8, 8, 3).scan(3).end();

        assertThat(facts(file).profile()).isFalse();
    }

    @Test
    void countsScansAndNotWhatLooksLikeOnes() throws IOException {
        byte[] scan = {(byte) 0xFF, 0, (byte) 0xFF, (byte) 0xD0, (byte) 0xDA};
        var jpeg = new RawJpeg().segment(0xFE, HostileFiles.manyScans(8, 8)).table(0, 1);
        jpeg.frame(BASELINE, 8, 8, 1).scan(1, scan);

        assertThatCode(() -> facts(jpeg.end())).doesNotThrowAnyException();
        assertThat(refused(HostileFiles.manyScans(8, 8))).isInstanceOf(ImageTooLarge.class);
        var decoded = ImageIO.read(new ByteArrayInputStream(HostileFiles.manyScans(16, 24)));
        assertThat(decoded.getHeight()).as("a valid file that decoders take").isEqualTo(24);
    }

    @Test
    void acceptsAsManyScansAsThereMayBe() {
        assertThatCode(() -> facts(scans(100))).doesNotThrowAnyException();
        assertThat(refused(scans(101))).isInstanceOf(ImageTooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xF7})
    void refusesOtherKindsOfJpeg(int frame) {
        assertThat(refused(RawJpeg.of(frame, 8, 8, 3))).isInstanceOf(UndecodableImage.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5})
    void refusesOtherNumbersOfComponents(int components) {
        assertThat(refused(RawJpeg.of(BASELINE, 8, 8, components)))
                .isInstanceOf(UndecodableImage.class);
    }

    @Test
    void refusesWhatLacksAPart() {
        var table = new RawJpeg().table(0, 1);
        assertThat(refused(new RawJpeg().frame(BASELINE, 8, 8, 1).scan(1).end()))
                .hasMessageContaining("quant");
        assertThat(refused(new RawJpeg().table(1, 1).frame(BASELINE, 8, 8, 1).scan(1).end()))
                .hasMessageContaining("quant");
        assertThat(refused(table.scan(1).end())).isInstanceOf(UndecodableImage.class);
        assertThat(refused(new RawJpeg().table(0, 1).frame(BASELINE, 8, 8, 1).end()))
                .isInstanceOf(UndecodableImage.class);
        assertThat(refused(new RawJpeg().table(0, 1).frame(BASELINE, 8, 8, 1, 12).scan(1).end()))
                .isInstanceOf(UndecodableImage.class);
    }

    private static byte[] scans(int count) {
        var jpeg = new RawJpeg().table(0, 1).frame(RawJpeg.PROGRESSIVE, 8, 8, 1);
        for (int i = 0; i < count; i++) {
            jpeg.scan(1);
        }
        return jpeg.end();
    }

    private static byte[] written(int quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(Pictures.noise(SIZE), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

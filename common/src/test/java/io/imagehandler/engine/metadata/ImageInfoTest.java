package io.imagehandler.engine.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImages;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.testpictures.Avifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.RawHeif;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ImageInfoTest {

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final PictureFile JPEG = Jpegs.baseline(Pictures.gradient(new Size(40, 30)));
    private static final PictureFile PNG = Pngs.of(Pictures.gradient(new Size(40, 30)));

    @Test
    void tellsWhatIsTrueOfEveryFile() {
        assertThat(info(JPEG).json())
                .isEqualTo(
                        "{\"FileSize\":{\"value\":\"%d\"},\"Format\":{\"value\":\"jpg\"},"
                                        .formatted(JPEG.bytes().remaining())
                                + "\"FrameCount\":{\"value\":\"1\"},"
                                + "\"ImageHeight\":{\"value\":\"30\"},"
                                + "\"ImageWidth\":{\"value\":\"40\"}}");
    }

    @ParameterizedTest
    @CsvSource({"JPEG,jpg", "PNG,png", "GIF,gif", "WEBP,webp", "AVIF,avif", "HEIC,heic"})
    void namesTheFormat(SourceFormat format, String word) {
        assertThat(infoOf(format, new byte[100]).fields()).containsEntry("Format", word);
    }

    @Test
    void tellsTheLengthOfTheStoredFileAndNotOfWhatADecoderGets() {
        var cleaned = CheckedImages.of(ByteBuffer.allocate(10), PNG.facts());

        assertThat(ImageInfo.of(cleaned, PNG.bytes()).fields())
                .containsEntry("FileSize", "" + PNG.bytes().remaining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void tellsTheFieldsOfExif(String order) {
        var fields = info(withExif(camera(byteOrder(order)))).fields();

        assertThat(fields).containsAllEntriesOf(CAMERA).hasSize(CAMERA.size() + 5);
    }

    @Test
    void keepsPositionSerialNumbersOwnerAndMakersNotesBack() {
        var exif =
                camera(ByteOrder.BIG_ENDIAN)
                        .text(0xA431, "secret body")
                        .text(0xA435, "secret lens")
                        .text(0xA430, "secret owner")
                        .text(0x013B, "secret artist")
                        .opaque(
                                0x927C,
                                "Nikon\0\2\0\0\0MM\0*secret".getBytes(StandardCharsets.US_ASCII))
                        .position(1, "secret N")
                        .position(0x001D, "secret date");

        assertThat(info(withExif(exif)).json()).doesNotContain("secret");
        assertThat(info(withExif(exif)).fields().keySet())
                .isEqualTo(info(withExif(camera(ByteOrder.BIG_ENDIAN))).fields().keySet());
    }

    @Test
    void tellsNoExifOfAPng() {
        var png = Pngs.withChunk(PNG, "eXIf", camera(ByteOrder.BIG_ENDIAN).tiff());

        assertThat(info(png).fields()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Exif\0\0"})
    void tellsTheExifOfAWebp(String prefix) {
        var tiff = camera(ByteOrder.LITTLE_ENDIAN).tiff();
        var exif =
                ByteBuffer.allocate(prefix.length() + tiff.length)
                        .put(prefix.getBytes(StandardCharsets.US_ASCII))
                        .put(tiff);
        var webp = webp("VP8X", new byte[10], "ICCP", new byte[3], "EXIF", exif.array());

        assertThat(infoOf(SourceFormat.WEBP, webp).fields()).containsAllEntriesOf(CAMERA);
    }

    @Test
    void tellsTheExifOfAnAvif() {
        var told =
                Map.of(
                        "Orientation", "1",
                        "ResolutionUnit", "2",
                        "XResolution", "25400/1000",
                        "YResolution", "25400/1000");

        assertThat(infoOf(SourceFormat.AVIF, Avifs.opaque()).fields())
                .containsAllEntriesOf(told)
                .hasSize(told.size() + 5);
        assertThat(infoOf(SourceFormat.HEIC, Avifs.transparent()).fields())
                .containsAllEntriesOf(told);
    }

    @Test
    void tellsNoExifOfAnAvifThatHasNone() {
        var avif = RawHeif.avif().picture(40, 30).end();

        assertThat(infoOf(SourceFormat.AVIF, avif).fields()).hasSize(5);
    }

    @Test
    void neverFailsOnADamagedAvif() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            var bytes = Avifs.transparent();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }

            var damaged = Arrays.copyOf(bytes, random.nextInt(i % 2 * 300, bytes.length + 1));

            assertThat(infoOf(SourceFormat.AVIF, damaged).json()).contains("FileSize");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # unit | of Exif | why
                    1      | 2       | inch
                    2      | 3       | centimetre
                    0      |         | the shape of a pixel is no resolution
                    7      |         | unknown
                    """)
    void tellsTheResolutionInTheHeaderOfAJpeg(int unit, String told) {
        var fields = info(withJfif(unit, 300, 72)).fields();

        if (told == null) {
            assertThat(fields).hasSize(5);
        } else {
            assertThat(fields)
                    .contains(
                            entry("XResolution", "300/1"),
                            entry("YResolution", "72/1"),
                            entry("ResolutionUnit", told));
        }
    }

    @Test
    void prefersTheResolutionInExif() {
        var jpeg = withSegment(withJfif(2, 1, 2), APP1, camera(ByteOrder.BIG_ENDIAN).segment());

        assertThat(info(jpeg).fields()).containsAllEntriesOf(CAMERA);
    }

    @Test
    void tellsTheResolutionOfAPng() {
        var density = ByteBuffer.allocate(9).putInt(11811).putInt(-1).put((byte) 1).array();
        var shape = ByteBuffer.allocate(9).putInt(1).putInt(1).put((byte) 0).array();

        assertThat(info(Pngs.withChunk(PNG, "pHYs", density)).fields())
                .contains(
                        entry("XResolution", "11811/100"),
                        entry("YResolution", "4294967295/100"),
                        entry("ResolutionUnit", "3"));
        assertThat(info(Pngs.withChunk(PNG, "pHYs", shape)).fields()).hasSize(5);
    }

    @Test
    void trimsTextsAndTakesControlCharactersOut() {
        var fields =
                info(withExif(
                                new ExifWriter(ByteOrder.BIG_ENDIAN)
                                        .text(0x010F, "  A\u0007\r\nB\u0085 ")
                                        .text(0x0110, "x".repeat(255) + "\uD83D\uDE00yz")
                                        .text(0x0131, " \t ")))
                        .fields();

        assertThat(fields)
                .containsEntry("Make", "AB")
                .containsEntry("Model", "x".repeat(255) + "\uD83D\uDE00")
                .doesNotContainKey("Software");
    }

    @ParameterizedTest
    @CsvSource({"0,", "1,1", "8,8", "9,"})
    void tellsOnlyOrientationsThatThereAre(int stored, String told) {
        var exif = new ExifWriter(ByteOrder.BIG_ENDIAN).number(0x0112, stored);

        assertThat(info(withExif(exif)).fields().get("Orientation")).isEqualTo(told);
    }

    @Test
    void leavesOutWhatMakesNoSense() {
        var exif =
                new ExifWriter(ByteOrder.BIG_ENDIAN)
                        .fraction(0x829A, 1, 0)
                        .number(0x829D, 3)
                        .text(0x8827, "fast")
                        .number(0x010F, 1)
                        .text(0x0110, "z".repeat(5000));

        assertThat(info(withExif(exif)).fields()).hasSize(5);
    }

    @Test
    void writesJsonThatAnyReaderUnderstands() {
        String hard = "\"\\/</script>\u2028\uFFFD\uD83D\uDE00\uD800";
        var json = new ImageInfo(new TreeMap<>(Map.of("Make", hard, "A", ""))).json();

        var read = JsonMapper.builder().build().readTree(json);

        assertThat(read.get("Make").get("value").stringValue()).isEqualTo(hard);
        assertThat(json).startsWith("{\"A\":{\"value\":\"\"},");
    }

    @Test
    void neverFailsWhateverIsDamaged() {
        var random = new SplittableRandom(3);
        var whole = withExif(camera(ByteOrder.LITTLE_ENDIAN)).toArray();
        int exifEnd = whole.length - JPEG.bytes().remaining() + 2;
        for (int i = 0; i < 20_000; i++) {
            var bytes = whole.clone();
            for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
                bytes[random.nextInt(exifEnd)] = (byte) random.nextInt();
            }
            int length = i % 10 == 0 ? random.nextInt(bytes.length) : bytes.length;
            var cut = ByteBuffer.wrap(bytes, 0, length);
            var format = i % 10 < 8 ? SourceFormat.JPEG : SourceFormat.WEBP;

            var checked = CheckedImages.of(cut, facts(format));

            assertThat(ImageInfo.of(checked, cut).json()).contains("FileSize");
        }
    }

    private static final Map<String, String> CAMERA =
            Map.ofEntries(
                    entry("DateTime", "2015:02:11 15:38:27"),
                    entry("DateTimeOriginal", "2015:02:11 15:38:20"),
                    entry("ExposureTime", "10/2500"),
                    entry("FNumber", "28/10"),
                    entry("FocalLength", "50/1"),
                    entry("ISOSpeedRatings", "400"),
                    entry("Make", "Canon"),
                    entry("Model", "EOS"),
                    entry("Orientation", "6"),
                    entry("ResolutionUnit", "2"),
                    entry("Software", "Firmware 1.0"),
                    entry("XResolution", "900000/10000"),
                    entry("YResolution", "72/1"));

    private static ExifWriter camera(ByteOrder order) {
        return new ExifWriter(order)
                .text(0x010F, "Canon")
                .text(0x0110, "EOS")
                .number(0x0112, 6)
                .fraction(0x011A, 900_000, 10_000)
                .fraction(0x011B, 72, 1)
                .number(0x0128, 2)
                .text(0x0131, "Firmware 1.0")
                .text(0x0132, "2015:02:11 15:38:27")
                .fraction(0x829A, 10, 2500)
                .fraction(0x829D, 28, 10)
                .number(0x8827, 400)
                .text(0x9003, "2015:02:11 15:38:20")
                .fraction(0x920A, 50, 1);
    }

    private static PictureFile withExif(ExifWriter exif) {
        return withSegment(JPEG, APP1, exif.segment());
    }

    /// The header that ImageIO wrote stays behind this one.
    private static PictureFile withJfif(int unit, int x, int y) {
        var jfif = ByteBuffer.allocate(14).put("JFIF\0\1\2".getBytes(StandardCharsets.US_ASCII));
        jfif.put((byte) unit).putShort((short) x).putShort((short) y);
        return withSegment(JPEG, APP0, jfif.array());
    }

    private static PictureFile withSegment(PictureFile jpeg, int marker, byte[] payload) {
        return jpeg.withBytes(Jpegs.withSegment(jpeg.toArray(), marker, payload));
    }

    private static byte[] webp(Object... chunks) {
        var file = ByteBuffer.allocate(70_000).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
        for (int i = 0; i < chunks.length; i += 2) {
            var data = (byte[]) chunks[i + 1];
            file.put(ascii((String) chunks[i])).putInt(data.length).put(data);
            file.position(file.position() + (data.length & 1));
        }
        file.putInt(4, file.position() - 8);
        var bytes = new byte[file.position()];
        file.get(0, bytes);
        return bytes;
    }

    private static ImageInfo info(PictureFile file) {
        var checked = new Inspector(ImageLimits.DEFAULT).inspect(file.bytes());
        return ImageInfo.of(checked, file.bytes());
    }

    private static ImageInfo infoOf(SourceFormat format, byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        return ImageInfo.of(CheckedImages.of(file, facts(format)), file);
    }

    private static ImageFacts facts(SourceFormat format) {
        return new ImageFacts(
                format,
                new Size(40, 30),
                1,
                3,
                8,
                false,
                ImageFacts.Coding.SEQUENTIAL,
                Orientation.UPRIGHT,
                false,
                0,
                1000);
    }

    private static ByteOrder byteOrder(String name) {
        return name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package io.imagehandler.engine.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Webps;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    private static final int APP2 = 0xE2;
    private static final Size SIZE = new Size(24, 18);
    private static final Color DARK = new Color(55, 55, 55);
    private static final ICC_Profile LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);

    private static final PictureFile PLAIN = Jpegs.baseline(Pictures.flat(SIZE, DARK));
    private static final PictureFile JPEG = Jpegs.withProfile(PLAIN, LINEAR);
    private static final PictureFile WEBP = Webps.withProfile(Pictures.flat(SIZE, DARK), LINEAR);

    @Test
    void leavesHonestOnesAlone() {
        assertThat(Profiles.honestJpeg(JPEG.bytes())).isEqualTo(JPEG.bytes());
        assertThat(Profiles.honestWebp(WEBP.bytes())).isEqualTo(WEBP.bytes());
    }

    /// Phones put a second picture behind the first.
    @Test
    void leavesTheProfilesOfTwoPicturesAlone() {
        var two = ByteBuffer.allocate(JPEG.toArray().length * 2);
        two.put(JPEG.toArray()).put(JPEG.toArray()).flip();

        assertThat(Profiles.honestJpeg(two)).isEqualTo(two);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 2   | 400 | true  | in two segments
                    1 2   | 401 | false | longer by one byte
                    1 2   | -1  | false | longer than memory
                    2 1   | 400 | false | the second comes first
                    1 3   | 400 | false | one is missing
                    2 3   | 400 | false | the first is missing
                    1     | 200 | true  | in one segment
                    1     | 400 | false | half of it is missing
                    1 1   | 400 | false | two halves, both the first
                    """)
    void believesOnlyWhatIsThere(String numbers, int claimed, boolean honest, String why) {
        byte[] file = PLAIN.toArray();
        for (var number : Arrays.asList(numbers.split(" ")).reversed()) {
            file = Jpegs.withSegment(file, APP2, segment(Integer.parseInt(number), claimed));
        }

        var seen = StandardCharsets.ISO_8859_1.decode(Profiles.honestJpeg(ByteBuffer.wrap(file)));
        assertThat(seen.toString().contains("ICC_PROFILE")).as(why).isEqualTo(honest);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE - 8, -1})
    void readsAPictureWhoseProfileLiesAsIfItHadNone(int claimed) {
        assertThat(middle(lying(JPEG, "ICC_PROFILE\0\1\1", claimed))).isEqualTo(DARK);
        assertThat(middle(lying(WEBP, "ICCP....", claimed))).isEqualTo(DARK);
    }

    private static Color middle(PictureFile source) {
        var plan = new Plan(List.of(), SIZE, 1, new Encoding.Png());
        var made = new ThumbnailatorEngine().render(source.checked(), List.of(plan)).getFirst();
        return new Color(WrittenFile.of(made).decoded().getRGB(12, 9));
    }

    /// The length stands behind `head`, in which a point is any byte.
    private static PictureFile lying(PictureFile file, String head, int claimed) {
        var bytes = ByteBuffer.wrap(file.toArray());
        var text = StandardCharsets.ISO_8859_1.decode(file.bytes()).toString();
        bytes.putInt(text.indexOf(head.replace(".", "")) + head.length(), claimed);
        return file.withBytes(bytes.array());
    }

    /// 200 bytes of a profile.
    private static byte[] segment(int number, int claimed) {
        return ByteBuffer.allocate(214)
                .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) number)
                .put((byte) 2)
                .putInt(claimed)
                .array();
    }
}

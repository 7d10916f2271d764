package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.Secrets;
import io.imagehandler.testpictures.Webps;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever cameras and editors write beside the pixels stays behind: positions, serial numbers,
/// Exif, XMP, IPTC, comments, thumbnails, profiles.
interface MetadataContract extends EngineUnderTest {

    List<String> TRACES =
            List.of(
                    Secrets.WORD,
                    "Exif",
                    "EXIF",
                    "eXIf",
                    "ICC_PROFILE",
                    "ICCP",
                    "iCCP",
                    "http",
                    "XMP",
                    "xmp",
                    "Photoshop",
                    "8BIM",
                    "acsp",
                    "tEXt",
                    "zTXt",
                    "iTXt");

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesNoMetadataOfAJpeg(OutputFormat format) {
        var source = Jpegs.withSecrets(Jpegs.baseline(picture()));

        assertNoMetadata(Jpegs.withProfile(source, linear()), format);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesNoMetadataOfAPng(OutputFormat format) {
        var source = Pngs.withSecrets(Pngs.of(picture()));

        assertNoMetadata(Pngs.withProfile(source, linear()), format);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesNoMetadataOfAGif(OutputFormat format) {
        assertNoMetadata(Gifs.withSecrets(Gifs.still(picture())), format);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesNoMetadataOfAWebp(OutputFormat format) {
        assertNoMetadata(Webps.withSecrets(picture()), format);
    }

    private void assertNoMetadata(PictureFile source, OutputFormat format) {
        var file = WrittenFile.of(rendered(source, EngineUnderTest.best(format), source.size()));

        assertThat(TRACES).noneMatch(file::holds);
        if (format == OutputFormat.JPEG) {
            for (int segment : new int[] {0xE1, 0xE2, 0xED, 0xFE}) {
                assertThat(file.segment(segment)).as("segment %X", segment).isEmpty();
            }
        }
    }

    private static BufferedImage picture() {
        return Pictures.gradient(new Size(60, 40));
    }

    private static ICC_Profile linear() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    }
}

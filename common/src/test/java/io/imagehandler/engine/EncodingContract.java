package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The files that come out.
interface EncodingContract extends EngineUnderTest {

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesWhatOtherSoftwareReadsInTheVerySize(OutputFormat format) {
        var source = Pngs.of(Pictures.gradient(new Size(60, 40)));
        var size = new Size(37, 23);

        var written = rendered(source, EngineUnderTest.best(format), size, new Step.Scale(size));
        assertThat(WrittenFile.of(written).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    default void writesASinglePixel(OutputFormat format) {
        var source = Pngs.of(Pictures.gradient(new Size(1000, 10)));
        var size = new Size(1, 1);

        rendered(source, EngineUnderTest.best(format), size, new Step.Scale(size));
    }

    @ParameterizedTest
    @CsvSource({"false, C0", "true, C2"})
    default void storesAJpegInPassesIfToldSo(boolean progressive, String marker) {
        var file = jpeg(new Encoding.Jpeg(80, progressive));

        assertThat(file.segment(Integer.parseInt(marker, 16))).isPresent();
    }

    @Test
    default void halvesTheColorsOfAJpeg() {
        var file = jpeg(new Encoding.Jpeg(80, false));

        assertThat(file.segment(0xC0).orElseThrow().get(7)).isEqualTo((byte) 0x22);
    }

    @Test
    default void writesSmallerFilesOfLowerQuality() {
        int good = jpeg(new Encoding.Jpeg(90, false)).bytes().length;
        int fair = jpeg(new Encoding.Jpeg(75, false)).bytes().length;
        int poor = jpeg(new Encoding.Jpeg(20, false)).bytes().length;

        assertThat(fair).isLessThan(good);
        assertThat(poor).isLessThan(fair / 2);
    }

    private WrittenFile jpeg(Encoding encoding) {
        var size = new Size(200, 100);
        return WrittenFile.of(rendered(Pngs.of(Pictures.noise(size)), encoding, size));
    }
}

package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Format, quality and frames.
class PlannerOutputTest {

    private static final Size PICTURE = new Size(400, 267);
    private static final Set<OutputFormat> EVERY = EnumSet.allOf(OutputFormat.class);
    private static final Set<OutputFormat> FEW =
            EnumSet.of(OutputFormat.JPEG, OutputFormat.PNG, OutputFormat.GIF);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # source | format | class | result | why
                    JPEG     |        | AVIF  | JPEG   | nobody asked
                    PNG      |        | NONE  | PNG    | the source's
                    GIF      |        | NONE  | GIF    | the source's
                    WEBP     |        | NONE  | WEBP   | the source's
                    AVIF     |        | NONE  | AVIF   | the source's
                    HEIC     |        | NONE  | JPEG   | browsers lack it
                    PNG      | jpeg   | NONE  | JPEG   | by name
                    JPEG     | avif   | NONE  | AVIF   | by name
                    GIF      | gif    | NONE  | GIF    | by name
                    PNG      | gif    | NONE  | PNG    | a GIF is made of a GIF only
                    HEIC     | gif    | NONE  | JPEG   | as without format
                    JPEG     | auto   | AVIF  | AVIF   | negotiated
                    JPEG     | auto   | WEBP  | WEBP   | negotiated
                    JPEG     | auto   | NONE  | JPEG   | as without format
                    AVIF     | auto   | NONE  | JPEG   | the client does not name AVIF
                    AVIF     | auto   | AVIF  | AVIF   | negotiated
                    HEIC     | auto   | NONE  | JPEG   | as without format
                    """)
    void choosesTheFormat(
            SourceFormat source,
            String format,
            AcceptClass accepts,
            OutputFormat result,
            String why) {
        var facts = Sources.still(source, PICTURE);

        assertThat(plan(EVERY, format(format), accepts, facts).encoding().format())
                .as(why)
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"AVIF, auto, PNG", "HEIC, , PNG", "WEBP, , WEBP", "HEIC, jpg, JPEG"})
    void keepsTransparencyWhereNobodyNamesTheFormat(
            SourceFormat source, String format, OutputFormat result) {
        var facts = Sources.transparent(source);

        assertThat(plan(EVERY, format(format), AcceptClass.NONE, facts).encoding().format())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "JPEG, auto, AVIF, JPEG",
        "PNG, auto, WEBP, PNG",
        "WEBP, , NONE, JPEG",
        "AVIF, , NONE, JPEG"
    })
    void choosesAmongWhatCanBeWritten(
            SourceFormat source, String format, AcceptClass accepts, OutputFormat result) {
        var facts = Sources.still(source, PICTURE);

        assertThat(plan(FEW, format(format), accepts, facts).encoding().format()).isEqualTo(result);
    }

    @Test
    void givesWebpWhereAvifCannotBeWritten() {
        var writable = EnumSet.complementOf(EnumSet.of(OutputFormat.AVIF));
        var facts = Sources.still(SourceFormat.JPEG, PICTURE);

        assertThat(plan(writable, "format,auto", AcceptClass.AVIF, facts).encoding())
                .isEqualTo(new Encoding.Webp(75));
    }

    @Test
    void refusesAFormatByNameThatCannotBeWritten() {
        var facts = Sources.still(SourceFormat.JPEG, PICTURE);

        assertThatExceptionOfType(UnsupportedFormat.class)
                .isThrownBy(() -> plan(FEW, "format,webp", AcceptClass.WEBP, facts))
                .withMessage("the format webp cannot be written here, only jpg, png, gif");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # source | operations              | quality | why
                    JPEG     | format,jpg              | 80      | default
                    JPEG     | quality,Q_70            | 70      | less than the source's
                    JPEG     | quality,Q_90            | 80      | no more than the source's
                    JPEG     | quality,q_90            | 72      | 80 x 90 %
                    JPEG     | quality,q_1             | 1       | 0.8 up
                    PNG      | format,jpg/quality,Q_90 | 90      | as asked
                    PNG      | format,jpg/quality,q_90 | 90      | as asked
                    PNG      | format,jpg              | 80      | default
                    """)
    void writesJpegAsWellAsAsked(SourceFormat source, String operations, int quality, String why) {
        var facts = Sources.still(source, PICTURE);

        assertThat(plan(EVERY, operations, AcceptClass.NONE, facts).encoding())
                .as(why)
                .isEqualTo(new Encoding.Jpeg(quality, false));
    }

    @Test
    void writesOtherFormatsAsWellAsAsked() {
        var facts = Sources.still(SourceFormat.JPEG, PICTURE);

        assertThat(encoding("format,webp", facts)).isEqualTo(new Encoding.Webp(75));
        assertThat(encoding("format,avif", facts)).isEqualTo(new Encoding.Avif(50));
        assertThat(encoding("format,webp/quality,q_90", facts)).isEqualTo(new Encoding.Webp(90));
        assertThat(encoding("format,avif/quality,Q_9", facts)).isEqualTo(new Encoding.Avif(9));
        assertThat(encoding("format,png/quality,Q_9", facts)).isEqualTo(new Encoding.Png());
        assertThat(encoding("interlace,1", facts)).isEqualTo(new Encoding.Jpeg(80, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # source | format | class | frames | result
                    GIF      |        | NONE  | 3      | GIF
                    GIF      | webp   | NONE  | 3      | WEBP
                    WEBP     |        | NONE  | 3      | WEBP
                    GIF      | auto   | AVIF  | 3      | WEBP
                    WEBP     | auto   | WEBP  | 3      | WEBP
                    GIF      | auto   | NONE  | 3      | GIF
                    GIF      | jpg    | NONE  | 1      | JPEG
                    GIF      | avif   | NONE  | 1      | AVIF
                    """)
    void keepsTheFramesWhereTheFormatHasThem(
            SourceFormat source,
            String format,
            AcceptClass accepts,
            int frames,
            OutputFormat result) {
        var plan = plan(EVERY, format(format), accepts, Sources.animated(source, PICTURE, 3));

        assertThat(plan.frames()).isEqualTo(frames);
        assertThat(plan.encoding().format()).isEqualTo(result);
    }

    @Test
    void boundsTheFramesThatItKeeps() {
        var long201 = Sources.animated(SourceFormat.GIF, new Size(9, 9), 201);

        assertThat(plan(EVERY, "format,png", AcceptClass.NONE, long201).frames()).isEqualTo(1);
        assertThatExceptionOfType(ImageTooLarge.class)
                .isThrownBy(() -> plan(EVERY, "format,gif", AcceptClass.NONE, long201));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # operations                | frames | why
                    cgif,s_3                    | 3      | the first three
                    cgif,s_1000                 | 201    | too many, unless there are fewer
                    cgif,s_200                  | 200    | under the limit
                    cgif,s_3/format,jpg         | 1      | a still
                    cgif,s_1/format,auto        | 1      | the source is animated all the same
                    """)
    void usesTheFirstFramesOfAGif(String operations, int frames, String why) {
        int all = frames == 201 ? 150 : 201;
        var gif = Sources.animated(SourceFormat.GIF, new Size(9, 9), all);

        assertThat(plan(EVERY, operations, AcceptClass.AVIF, gif).frames())
                .as(why)
                .isEqualTo(Math.min(frames, all));
    }

    @ParameterizedTest
    @CsvSource({"JPEG", "PNG", "WEBP", "AVIF", "HEIC"})
    void countsFramesOfAGifOnly(SourceFormat format) {
        var facts = Sources.still(format, PICTURE);

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> plan(EVERY, "cgif,s_3", AcceptClass.NONE, facts))
                .withMessage("cgif: 'cgif' is asked of another format, allowed it of a GIF");
    }

    @ParameterizedTest
    @CsvSource({"'crop,x_9'", "'resize,w_9999,limit_0'", "'cgif,s_201'"})
    void saysFirstWhatIsWrongWithTheSource(String operations) {
        var webp = Sources.animated(SourceFormat.WEBP, new Size(9, 9), 201);

        assertThatExceptionOfType(ImageTooLarge.class)
                .isThrownBy(() -> plan(EVERY, operations, AcceptClass.NONE, webp));
    }

    @Test
    void boundsTheCanvasOfAnAnimation() {
        var small = Sources.animated(SourceFormat.GIF, new Size(9, 9), 200);

        assertThat(plan(EVERY, "resize,m_pad,w_500", AcceptClass.NONE, small).frames())
                .isEqualTo(200);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> plan(EVERY, "resize,m_pad,w_501", AcceptClass.NONE, small))
                .withMessageContaining("501x501 in 200 frames");
    }

    @Test
    void writesNoWebpThatIsTooLargeForWebp() {
        var wide = Sources.still(SourceFormat.PNG, new Size(16_384, 9));

        assertThat(plan(EVERY, "format,auto", AcceptClass.WEBP, wide).encoding())
                .isEqualTo(new Encoding.Png());
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> plan(EVERY, "format,webp", AcceptClass.WEBP, wide))
                .withMessage("format: '16384x9' is too large, allowed 16383 per side");
    }

    private static Encoding encoding(String operations, ImageFacts facts) {
        return plan(EVERY, operations, AcceptClass.NONE, facts).encoding();
    }

    private static String format(String format) {
        return format == null ? "strip-metadata" : "format," + format;
    }

    private static Plan plan(
            Set<OutputFormat> writable, String operations, AcceptClass accepts, ImageFacts facts) {
        var planner = new Planner(writable, ImageLimits.DEFAULT);
        return planner.plan(TransformationGrammar.parse("image/" + operations), accepts, facts);
    }
}

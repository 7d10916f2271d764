package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the text of a request to the real size of what comes out, all the way through.
interface WorkedSizeContract extends EngineUnderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400x267 | resize,w_100                          | 100x67   | 66.75
                    400x267 | resize,h_50                           | 75x50    | 74.9
                    400x267 | resize,w_300,h_50                     | 75x50    | height binds
                    400x267 | resize,w_100,h_200                    | 100x67   | width binds
                    400x267 | resize,m_mfit,w_100,h_100             | 150x100  | covers
                    400x267 | resize,m_mfit,w_800,h_800             | 400x267  | limit
                    400x267 | resize,m_mfit,w_800,h_800,limit_0     | 1199x800 | enlarged
                    400x267 | resize,m_fill,w_800,h_100             | 400x100  | box is smaller
                    400x267 | resize,m_fill,w_300                   | 300x267  | capped in height
                    400x267 | resize,m_fill,w_300,limit_0           | 300x300  | square
                    400x267 | resize,m_pad,w_100,h_100              | 100x100  | picture 100x67
                    400x267 | resize,m_pad,w_800,h_800              | 800x800  | picture 400x267
                    400x267 | resize,m_fixed,w_800,h_100            | 400x100  | limit, per axis
                    400x267 | resize,m_fixed,h_100                  | 100x100  | square
                    400x267 | resize,w_800                          | 400x267  | limit
                    400x267 | resize,w_800,limit_0                  | 800x534  | enlarged
                    400x267 | resize,l_100                          | 100x67   | long side
                    400x267 | resize,s_100                          | 150x100  | 149.8
                    400x267 | resize,l_100,s_50                     | 75x50    | box 100x50
                    400x267 | resize,w_50,l_100,p_10                | 50x33    | w beats l and p
                    400x267 | resize,p_50                           | 200x134  | 133.5 up
                    400x267 | resize,p_150                          | 600x401  | p ignores limit
                    400x267 | crop,w_100,h_100,g_center             | 100x100  | from 150,83
                    400x267 | crop,x_350,y_200,w_100,h_100          | 50x67    | clamped
                    400x267 | crop,x_10,y_10,w_100,h_100,g_se       | 90x90    | clamped
                    400x267 | crop,w_0,h_10                         | 400x10   | whole width
                    400x267 | rotate,70                             | 388x467  | any angle
                    400x267 | resize,w_200/resize,w_400             | 200x134  | not enlarged again
                    400x267 | resize,w_200/crop,w_100,h_100,g_center | 100x100 | scaled, then cut
                    400x267 | crop,w_100,h_100/resize,p_50          | 50x50    | cut, then scaled
                    400x267 | rotate,90/resize,l_100                | 67x100   | height is long now
                    401x299 | resize,p_33                           | 132x98   | by the rounded width
                    401x299 | resize,s_150                          | 201x150  | short side
                    200x267 | resize,w_100                          | 100x134  | 133.5 up
                    200x100 | resize,w_150,h_80                     | 150x75   | inside
                    200x100 | resize,m_mfit,w_150,h_80              | 160x80   | covers
                    300x180 | rotate,30/rotate,60                   | 440x456  | 350x306 in between
                    1000x10 | resize,w_20                           | 20x1     | 0.2 becomes 1
                    1000x10 | resize,m_pad,w_20,h_20                | 20x20    | picture 20x1
                    """)
    default void hasTheSizeThatTheLanguageSays(
            String source, String operations, String size, String why) {
        var picture = Pictures.gradient(size(source));

        assertThat(sizeOf(Jpegs.baseline(picture), operations)).as(why).isEqualTo(size(size));
        assertThat(sizeOf(Pngs.of(picture), operations)).as(why).isEqualTo(size(size));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize,l_300               | 300x200 | upright first
                    auto-orient,0/resize,l_300 | 200x300 | as stored
                    """)
    default void measuresWhatIsUpright(String operations, String size, String why) {
        var stored = Jpegs.baseline(Pictures.gradient(new Size(1200, 1800)));

        var actual = sizeOf(Jpegs.withOrientation(stored, 6), operations);
        assertThat(actual).as(why).isEqualTo(size(size));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize,w_240,limit_0     | 120x90 | never enlarged
                    resize,w_60,h_60,m_fill  | 60x60  | all frames
                    """)
    default void keepsAllFramesOfAnimations(String operations, String size, String why) {
        BufferedImage image = Pictures.nineCells(new Size(120, 90));
        var frame = Gifs.Frame.whole(image, 10);

        var written = requested(Gifs.of(List.of(frame, frame, frame), 0), operations);
        assertThat(written.frames()).isEqualTo(3);
        assertThat(WrittenFile.of(written).size()).as(why).isEqualTo(size(size));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize,w_16384,limit_0 | 179 megapixels
                    crop,x_400             | out of the image
                    """)
    default void refusesWhatCannotBe(String operations, String why) {
        var source = Jpegs.baseline(Pictures.gradient(new Size(400, 267)));

        assertThatThrownBy(() -> requested(source, operations))
                .as(why)
                .isInstanceOf(InvalidArgument.class);
    }

    private Size sizeOf(PictureFile source, String operations) {
        return WrittenFile.of(requested(source, operations)).size();
    }

    /// What the request gives, inspected and planned as in the services.
    private EncodedImage requested(PictureFile source, String operations) {
        CheckedImage checked = new Inspector(ImageLimits.DEFAULT).inspect(source.bytes());
        var transformation = TransformationGrammar.parse("image/" + operations);
        var planner = new Planner(engine().writes(), ImageLimits.DEFAULT);
        var plan = planner.plan(transformation, AcceptClass.NONE, checked.facts());
        var rendition = engine().render(checked, List.of(plan)).getFirst();

        assertThat(rendition.size()).isEqualTo(plan.size());
        return rendition;
    }

    private static Size size(String text) {
        var sides = text.split("x", -1);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}

package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Step.Canvas;
import io.imagehandler.engine.plan.Step.Cut;
import io.imagehandler.engine.plan.Step.Scale;
import io.imagehandler.engine.plan.Step.ScaleAndCut;
import io.imagehandler.engine.plan.Step.Turn;
import io.imagehandler.engine.plan.Step.Upright;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sizes, and where windows and canvases lie.
class PlannerSizeTest {

    private static final Size PICTURE = new Size(400, 267);

    private final Planner planner =
            new Planner(EnumSet.allOf(OutputFormat.class), ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # source  | operations                                | result   | why
                    400x267   | resize,w_100                              | 100x67   | 66.75
                    400x267   | resize,h_50                               | 75x50    | 74.9
                    400x267   | resize,w_300,h_50                         | 75x50    | height binds
                    400x267   | resize,w_100,h_200                        | 100x67   | width binds
                    400x267   | resize,m_mfit,w_100,h_100                 | 150x100  | covers
                    400x267   | resize,m_mfit,w_800,h_800                 | 400x267  | limit
                    400x267   | resize,m_mfit,w_800,h_800,limit_0         | 1199x800 | may enlarge
                    400x267   | resize,m_fill,w_800,h_100                 | 400x100  | box becomes 400x100
                    400x267   | resize,m_fill,w_300                       | 300x267  | square 300, capped in height
                    400x267   | resize,m_fill,w_300,limit_0               | 300x300  | square
                    400x267   | resize,m_pad,w_100,h_100                  | 100x100  | picture 100x67 at (0,16)
                    400x267   | resize,m_pad,w_800,h_800                  | 800x800  | picture 400x267 at (200,266)
                    400x267   | resize,m_fixed,w_800,h_100                | 400x100  | limit, per axis
                    400x267   | resize,m_fixed,h_100                      | 100x100  | square
                    400x267   | resize,w_800                              | 400x267  | limit
                    400x267   | resize,w_800,limit_0                      | 800x534  | may enlarge
                    400x267   | resize,l_100                              | 100x67   | the long side
                    400x267   | resize,s_100                              | 150x100  | 149.8
                    400x267   | resize,l_100,s_50                         | 75x50    | box 100x50
                    400x267   | resize,w_50,l_100,p_10                    | 50x33    | w beats l and p
                    400x267   | resize,p_50                               | 200x134  | 133.5 up
                    400x267   | resize,p_150                              | 600x401  | p ignores limit; 400.5 up
                    400x267   | crop,w_100,h_100,g_center                 | 100x100  | origin (150,83)
                    400x267   | crop,x_350,y_200,w_100,h_100              | 50x67    | clamped
                    400x267   | crop,x_10,y_10,w_100,h_100,g_se           | 90x90    | origin (310,177), clamped
                    400x267   | crop,w_0,h_10                             | 400x10   | 0 is all
                    400x267   | rotate,70                                 | 388x467  | the rectangle around it
                    400x267   | resize,w_200/resize,w_400                 | 200x134  | second does not enlarge
                    400x267   | resize,w_200/crop,w_100,h_100,g_center    | 100x100  | in the written order
                    400x267   | crop,w_100,h_100/resize,p_50              | 50x50    | in the written order
                    400x267   | rotate,90/resize,l_100                    | 67x100   | long side is now the height
                    400x267   | rotate,180                                | 400x267  | upside down
                    401x299   | resize,p_33                               | 132x98   | round(299*132/401)
                    401x299   | resize,s_150                              | 201x150  | rounded up
                    200x267   | resize,w_100                              | 100x134  | 133.5 up
                    200x100   | resize,w_150,h_80                         | 150x75   | width binds
                    200x100   | resize,m_mfit,w_150,h_80                  | 160x80   | height binds
                    300x180   | rotate,30/rotate,60                       | 440x456  | 350x306 in between
                    1000x10   | resize,w_20                               | 20x1     | 0.2 becomes 1
                    1000x10   | resize,m_pad,w_20,h_20                    | 20x20    | picture 20x1
                    267x400   | resize,l_100,s_50                         | 50x75    | the box stands, too
                    200x200   | resize,l_100,s_50,m_fixed                 | 100x50   | a square lies
                    """)
    void computesSizesExactly(String source, String operations, String result, String why) {
        var facts = Sources.still(SourceFormat.PNG, size(source));

        assertThat(plan(operations, facts).size()).as(why).isEqualTo(size(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize,l_300                | 300x200 | oriented first
                    auto-orient,0/resize,l_300  | 200x300 | as stored
                    """)
    void turnsUprightFirst(String operations, String result, String why) {
        var facts = Sources.tagged(new Size(1200, 1800), 6);

        assertThat(plan(operations, facts).size()).as(why).isEqualTo(size(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    resize,w_240,limit_0          | 120x90
                    resize,p_200                  | 120x90
                    resize,m_fill,w_240,limit_0   | 120x90
                    resize,w_60,h_60,m_fill       | 60x60
                    resize,w_240,h_240,m_pad      | 240x240
                    """)
    void enlargesNoGif(String operations, String result) {
        var facts = Sources.animated(SourceFormat.GIF, new Size(120, 90), 3);

        assertThat(plan(operations, facts).size()).isEqualTo(size(result));
    }

    @Test
    void saysWhatToDoInItsOrder() {
        assertThat(plan("rotate,90/resize,w_100,limit_0", Sources.tagged(PICTURE, 3)).steps())
                .containsExactly(
                        new Upright(Orientation.TURNED_180),
                        new Turn(90, new Size(267, 400), Step.Surroundings.WHITE),
                        new Scale(new Size(100, 150)));
    }

    @Test
    void laysThePictureInTheMiddleOfItsCanvas() {
        assertThat(steps("resize,m_pad,w_100,h_100,color_f00"))
                .containsExactly(
                        new Scale(new Size(100, 67)),
                        new Canvas(new Size(100, 100), 0, 16, new Color(255, 0, 0)));
        assertThat(steps("resize,m_pad,w_800,h_800"))
                .containsExactly(new Canvas(new Size(800, 800), 200, 266, Color.WHITE));
    }

    @Test
    void cutsTheMiddleOutWhileItScales() {
        assertThat(steps("resize,m_fill,w_100"))
                .containsExactly(new ScaleAndCut(new Size(150, 100), 25, 0, new Size(100, 100)));
        assertThat(steps("resize,m_fill,w_300"))
                .containsExactly(new Cut(50, 0, new Size(300, 267)));
    }

    @ParameterizedTest
    @CsvSource({
        "nw, 0, 0", "north, 150, 0", "ne, 300, 0",
        "west, 0, 83", "center, 150, 83", "east, 300, 83",
        "sw, 0, 167", "south, 150, 167", "se, 300, 167"
    })
    void cutsWhereGravityPulls(String gravity, int left, int top) {
        assertThat(steps("crop,w_100,h_100,g_" + gravity))
                .containsExactly(new Cut(left, top, new Size(100, 100)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto-orient,1",
                "resize,w_800",
                "resize,w_400,h_267,m_pad",
                "resize,w_400,h_267,m_fill",
                "resize,w_400,h_267,m_fixed",
                "crop,w_500,h_267,g_se"
            })
    void leavesOutWhatChangesNothing(String operations) {
        assertThat(steps(operations)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    crop,x_400                  | crop.x | crop.x: '400' is out of image, allowed an origin below 400
                    crop,w_9,h_9,y_9,g_se       | crop.y | crop.y: '267' is out of image, allowed an origin below 267
                    resize,w_16384,limit_0      | resize | resize: '16384x10936' is too large a result, allowed 4096 per side and 16777216 pixels
                    resize,w_4097,h_1,m_pad     | resize | resize: '4097x1' is too large a result, allowed 4096 per side and 16777216 pixels
                    """)
    void refusesWhatThisSourceCannotGive(String operations, String parameter, String detail) {
        var facts =
                Sources.still(
                        SourceFormat.PNG, operations.contains("h_1,") ? new Size(9, 9) : PICTURE);

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> plan(operations, facts))
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(parameter))
                .withMessage(detail);
    }

    @Test
    void boundsOnlyResultsThatAreLargerThanTheirInput() {
        var large = Sources.still(SourceFormat.PNG, new Size(10_000, 9_000));

        assertThat(plan("resize,w_9999", large).size()).isEqualTo(new Size(9_999, 8_999));
        assertThat(plan("rotate,90", large).size()).isEqualTo(new Size(9_000, 10_000));
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> plan("rotate,1", large));
    }

    private List<Step> steps(String operations) {
        return plan(operations, Sources.still(SourceFormat.PNG, PICTURE)).steps();
    }

    private Plan plan(String operations, ImageFacts facts) {
        var transformation = TransformationGrammar.parse("image/" + operations);
        return planner.plan(transformation, AcceptClass.NONE, facts);
    }

    private static Size size(String text) {
        String[] sides = text.split("x", -1);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}

package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Mark.Placement;
import io.imagehandler.engine.plan.Step.Overlay;
import io.imagehandler.engine.plan.Step.Scale;
import io.imagehandler.engine.plan.Step.Surroundings;
import io.imagehandler.engine.plan.Step.Turn;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What marks are made of, and how they are finished.
class MarkMakingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # mark     | size    | left | top | why
                    395x100    | 395x100 | -5   | 157 | it fits
                    400x267    | 400x267 | -10  | -10 | it fits
                    401x100    | 395x98  | -5   | 159 | 98.5 down
                    800x100    | 395x49  | -5   | 208 | 49.375 down
                    100x268    | 97x262  | 293  | -5  | 97.76 down
                    800x600    | 349x262 | 41   | -5  | the height binds
                    8000x10    | 395x1   | -5   | 256 | at least 1
                    400x268    | 391x262 | -1   | -5  | 391.04 down
                    401x267    | 395x263 | -5   | -6  | 263.004 down
                    """)
    void shrinksAMarkIntoThePicture(String mark, String size, int left, int top, String why) {
        Overlay overlay = Marked.overlay("image_{%s},auto_1".formatted(mark));

        var picture = (Part.Picture) overlay.mark().parts().getFirst();
        boolean scaled = !mark.equals(size);
        assertThat(picture.steps().stream().filter(Scale.class::isInstance).toList())
                .as(why)
                .hasSize(scaled ? 1 : 0);
        var shown = Window.seen(left, top, Marked.size(size), Marked.PICTURE).orElseThrow();
        assertThat(overlay.placement())
                .as(why)
                .isEqualTo(new Placement.At(Math.max(left, 0), Math.max(top, 0)));
        assertThat(overlay.mark().size()).as(why).isEqualTo(shown.size());
        if (scaled) {
            assertThat(picture.steps()).as(why).contains(new Scale(Marked.size(size)));
        }
    }

    @Test
    void shrinksIntoAPictureOfFewPixels() {
        var steps = Marked.by("image_{9x9},auto_1,x_0,y_0", new Size(4, 4)).steps();

        assertThat(((Overlay) steps.getFirst()).mark().size()).isEqualTo(new Size(1, 1));
    }

    @Test
    void turnsTheMarkBeforeItIsShrunkAndPlaced() {
        Overlay overlay =
                Marked.overlay("text_{abcde},rotate_90,auto_1,size_500,g_nw,x_0,y_0,t_50");

        Mark mark = overlay.mark();
        assertThat(mark.canvas()).isEqualTo(new Size(50, 500));
        assertThat(mark.steps())
                .containsExactly(
                        new Turn(90, new Size(500, 50), Surroundings.TRANSPARENT),
                        new Scale(new Size(395, 39)));
        assertThat(mark.size()).isEqualTo(new Size(395, 39));
        assertThat(mark.opacity()).isEqualTo(50);
        assertThat(overlay.placement()).isEqualTo(new Placement.At(0, 0));
    }

    @Test
    void finishesAPictureAsThePictureThatItIs() {
        Overlay overlay = Marked.overlay("image_{50x40},rotate_90,g_nw,x_1,y_2");

        assertThat(overlay.mark().steps()).isEmpty();
        assertThat(Marked.picture(overlay.mark()).steps())
                .containsExactly(new Turn(90, new Size(40, 50), Surroundings.TRANSPARENT));
        assertThat(overlay.mark().canvas()).isEqualTo(new Size(40, 50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # arguments                        | picture | text  | canvas
                    size_40                            | 0,0     | 30,0  | 80x40
                    size_40,order_1                    | 50,0    | 0,0   | 80x40
                    size_40,interval_7                 | 0,0     | 37,0  | 87x40
                    size_40,interval_7,order_1         | 57,0    | 0,0   | 87x40
                    size_40,align_1                    | 0,10    | 30,0  | 80x40
                    size_40,align_2                    | 0,20    | 30,0  | 80x40
                    size_11,align_1                    | 0,0     | 30,4  | 80x20
                    size_11,align_2                    | 0,0     | 30,9  | 80x20
                    """)
    void laysTextAndPictureBesideEachOther(
            String arguments, String picture, String text, String canvas) {
        Mark mark = Marked.overlay("image_{30x20},text_{abcde}," + arguments).mark();

        assertThat(mark.canvas()).hasToString(canvas);
        assertThat(mark.size()).hasToString(canvas);
        assertThat(mark.parts())
                .allSatisfy(part ->
                        assertThat(part.left() + "," + part.top())
                                .isEqualTo(part instanceof Part.Letters ? text : picture));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # nested                      | size    | why
                    resize,P_30                   | 107x80  | into 120x80: the height binds
                    resize,P_100                  | 356x267 | up
                    resize,P_1                    | 4x3     | down
                    resize,w_20                   | 20x15   | in proportion
                    resize,w_80                   | 40x30   | never enlarged
                    resize,w_80,limit_0           | 80x60   | but where that is asked for
                    rotate,90/resize,w_15         | 15x20   | in their order
                    crop,w_10,h_10,g_se           | 10x10   | cut out
                    indexcrop,x_30,i_1            | 10x30   | a strip
                    rotate,45                     | 49x49   | around it
                    """)
    void preparesThePicture(String nested, String size, String why) {
        Overlay overlay =
                Marked.overlay("image_{40x30?x-oss-process=image/%s},x_0,y_0".formatted(nested));

        assertThat(Marked.picture(overlay.mark()).size()).as(why).hasToString(size);
    }

    @Test
    void turnsThePictureOfAMarkOnNothing() {
        assertThat(
                        Marked.picture(
                                        Marked.overlay(
                                                        "image_{40x30?x-oss-process=image/rotate,90}")
                                                .mark())
                                .steps())
                .containsExactly(new Turn(90, new Size(30, 40), Surroundings.TRANSPARENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    image_{40x30?x-oss-process=image/crop,x_40}            | crop.x    | outside
                    image_{40x30?x-oss-process=image/resize,w_4097,limit_0} | resize   | too large
                    image_{4096x2?x-oss-process=image/resize,w_1/rotate,45}/watermark,image_{4096x4096},rotate_45 | rotate | too large
                    """)
    void refusesAMarkThatCannotBe(String arguments, String parameter, String why) {
        assertThatExceptionOfType(InvalidArgument.class)
                .as(why)
                .isThrownBy(() -> Marked.by(arguments, Marked.PICTURE))
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(parameter));
    }

    @Test
    void refusesToDrawMoreThanItMay() {
        var little = new ResultLimits(100, 1_000);
        var planner =
                new Planner(
                        EnumSet.allOf(OutputFormat.class),
                        ImageLimits.DEFAULT,
                        little,
                        Marked::set);
        var transformation =
                Marked.transformation(
                        "watermark,text_{abcde},auto_1,size_30/watermark,text_{abcde},size_30");
        var facts = Sources.still(SourceFormat.PNG, new Size(9, 9));

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> planner.plan(transformation, AcceptClass.NONE, facts))
                .withMessage("watermark: '50x30' is too large a mark, allowed 1000 pixels");
    }

    @Test
    void saysWhatIsMissing() {
        var planner = new Planner(EnumSet.allOf(OutputFormat.class), ImageLimits.DEFAULT);
        var facts = Sources.still(SourceFormat.PNG, Marked.PICTURE);

        assertThatExceptionOfType(NoSuchOriginal.class)
                .isThrownBy(() ->
                        planner.plan(
                                Marked.transformation("watermark,image_{a}"),
                                AcceptClass.NONE,
                                facts));
        assertThatExceptionOfType(UnsupportedFormat.class)
                .isThrownBy(() ->
                        planner.plan(
                                Marked.transformation("watermark,text_{a}"),
                                AcceptClass.NONE,
                                facts));
    }
}

package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Mark.Placement;
import io.imagehandler.engine.plan.Step.Cut;
import io.imagehandler.engine.plan.Step.Overlay;
import io.imagehandler.transformation.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where marks lie, and what is drawn of them.
class MarkPlacingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # arguments                    | left | top | why
                    g_nw                           | 10   | 10  | from the corner
                    g_north                        | 175  | 10  | floor((400 - 50) / 2)
                    g_ne                           | 340  | 10  | 400 - 50 - 10
                    g_west                         | 10   | 113 | floor((267 - 40) / 2)
                    g_center                       | 175  | 113 | the middle
                    g_east                         | 340  | 113 | the middle
                    g_sw                           | 10   | 217 | 267 - 40 - 10
                    g_south                        | 175  | 217 | the middle
                    g_se                           | 340  | 217 | from the corner
                    t_100                          | 340  | 217 | south-east is the default
                    g_nw,x_0,y_0                   | 0    | 0   | no distance
                    g_se,x_3,y_4                   | 347  | 223 | another distance
                    g_center,voffset_20            | 175  | 133 | down
                    g_west,voffset_-20,x_0         | 0    | 93  | up
                    g_north,voffset_20             | 175  | 10  | without effect
                    size_41,g_east                 | 340  | 113 | floor(226 / 2)
                    size_42,g_east                 | 340  | 112 | floor(225 / 2)
                    """)
    void placesTheMark(String arguments, int left, int top, String why) {
        Overlay overlay = Marked.overlay("text_{abcde}," + arguments);

        assertThat(overlay.placement()).as(why).isEqualTo(new Placement.At(left, top));
        assertThat(overlay.mark().size().width()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # arguments             | left | top | part at | part | why
                    g_nw,x_390,y_0          | 390  | 0   | 0,0     | 10x40 | cut off on the right
                    g_se,x_390,y_0          | 0    | 227 | 40,0    | 10x40 | cut off on the left
                    g_center,voffset_-120   | 175  | 0   | 0,7     | 50x33 | cut off at the top
                    g_center,voffset_120    | 175  | 233 | 0,0     | 50x34 | cut off at the bottom
                    g_center,size_1000      | 175  | 0   | 0,367   | 50x267 | 367 = ceil(733 / 2)
                    g_nw,size_1000,y_7      | 10   | 7   | 0,0     | 50x260 | larger than the picture
                    """)
    void drawsOnlyWhatIsSeen(
            String arguments, int left, int top, String at, String size, String why) {
        Overlay overlay = Marked.overlay("text_{abcde}," + arguments);

        assertThat(overlay.placement()).as(why).isEqualTo(new Placement.At(left, top));
        assertThat(overlay.mark().canvas()).as(why).hasToString(size);
        assertThat(overlay.mark().parts())
                .as(why)
                .singleElement()
                .isInstanceOfSatisfying(
                        Part.Letters.class,
                        letters -> {
                            assertThat(letters.left()).isZero();
                            assertThat(letters.top()).isZero();
                            assertThat(Marked.part(letters)).isEqualTo("abcde " + at + " " + size);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g_nw,x_400",
                "g_se,x_400,y_0",
                "g_nw,y_267",
                "g_center,voffset_1000",
                "g_center,voffset_-154",
                "g_nw,y_4096,rotate_45",
                "t_0"
            })
    void leavesOutWhatIsNotSeen(String arguments) {
        assertThat(Marked.steps("text_{abcde}," + arguments)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # arguments                     | gaps  | drawn   | why
                    fill_1                          | 0,0   | 50x40   | side by side
                    fill_1,padx_7,pady_8            | 7,8   | 50x40   | with gaps
                    fill_1,g_center,x_9,voffset_9   | 0,0   | 50x40   | it has no place
                    fill_1,size_1000,pady_8         | 0,741 | 50x267  | what is not seen is gap
                    """)
    void fillsThePicture(String arguments, String gaps, String drawn, String why) {
        Overlay overlay = Marked.overlay("text_{abcde}," + arguments);

        var tiled = (Placement.Tiled) overlay.placement();
        assertThat(tiled.gapX() + "," + tiled.gapY()).as(why).isEqualTo(gaps);
        assertThat(overlay.mark().size()).as(why).hasToString(drawn);
    }

    @Test
    void cutsAPictureToWhatIsSeen() {
        Overlay overlay = Marked.overlay("image_{1000x900},g_center");

        assertThat(overlay.placement()).isEqualTo(new Placement.At(0, 0));
        assertThat(Marked.picture(overlay.mark()).steps())
                .containsExactly(new Cut(300, 317, Marked.PICTURE));
        assertThat(Marked.picture(overlay.mark()).size()).isEqualTo(Marked.PICTURE);
    }

    @Test
    void leavesOutThePartThatIsNotSeen() {
        Mark mark = Marked.overlay("image_{30x20},text_{abcde},g_nw,x_365").mark();

        assertThat(mark.canvas()).isEqualTo(new Size(35, 40));
        assertThat(Marked.part((Part.Letters) mark.parts().getLast())).isEqualTo("abcde 0,0 5x40");
        assertThat(Marked.overlay("image_{30x20},text_{abcde},g_nw,x_370").mark().parts())
                .singleElement()
                .isInstanceOf(Part.Picture.class);
    }

    @Test
    void marksThePictureAsItIsThen() {
        var plan =
                Marked.plan(
                        Marked.PICTURE, "resize,w_100/watermark,text_{ab},g_se,x_0,y_0/rotate,90");

        assertThat(plan.steps())
                .element(1)
                .isInstanceOfSatisfying(
                        Overlay.class,
                        overlay ->
                                assertThat(overlay.placement())
                                        .isEqualTo(new Placement.At(80, 27)));
        assertThat(plan.size()).isEqualTo(new Size(67, 100));
    }
}

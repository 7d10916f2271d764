package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.plan.Effect.Blur;
import io.imagehandler.engine.plan.Effect.Brighten;
import io.imagehandler.engine.plan.Effect.Contrast;
import io.imagehandler.engine.plan.Effect.Grey;
import io.imagehandler.engine.plan.Effect.RoundCorners;
import io.imagehandler.engine.plan.Effect.Sharpen;
import io.imagehandler.engine.plan.Step.AttentionCut;
import io.imagehandler.engine.plan.Step.Cut;
import io.imagehandler.engine.plan.Step.Disc;
import io.imagehandler.engine.plan.Step.Scale;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Strips, shapes, effects and windows that draw attention.
class PlannerStepsTest {

    private static final Size PICTURE = new Size(400, 267);

    private final Planner planner =
            new Planner(EnumSet.allOf(OutputFormat.class), ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # operation                  | left | top | width | height | why
                    indexcrop,x_130,i_3          | 390  | 0   | 10    | 267    | partial last strip
                    indexcrop,x_100,y_100,i_2    | 0    | 200 | 400   | 67     | y wins
                    indexcrop,x_100              | 0    | 0   | 100   | 267    | the first one
                    indexcrop,y_266,i_1          | 0    | 266 | 400   | 1      | one row
                    """)
    void cutsOutAStrip(String operation, int left, int top, int width, int height, String why) {
        assertThat(steps(PICTURE, operation))
                .as(why)
                .containsExactly(new Cut(left, top, new Size(width, height)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indexcrop,x_130,i_4",
                "indexcrop,x_30000,i_30000",
                "indexcrop,y_267,i_1",
                "indexcrop,x_400",
                "crop,w_400,h_300,g_auto",
                "resize,m_fill,w_500,h_300,g_auto"
            })
    void leavesOutWhatChangesNothing(String operation) {
        assertThat(steps(PICTURE, operation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # width | height | r    | left | top | side | why
                    400     | 267    | 100  | 99   | 33  | 201  | in the middle
                    400     | 267    | 4096 | 66   | 0   | 267  | r becomes 133
                    200     | 100    | 100  | 50   | 0   | 99   | r becomes 99
                    200     | 100    | 49   | 50   | 0   | 99   | odd in even
                    100     | 200    | 50   | 0    | 50  | 99   | odd in even
                    2       | 2      | 5    | 0    | 0   | 1    | one pixel
                    1       | 9      | 1    | 0    | 4   | 1    | one pixel
                    """)
    void cutsOutADisc(int width, int height, int r, int left, int top, int side, String why) {
        assertThat(steps(new Size(width, height), "circle,r_" + r))
                .as(why)
                .containsExactly(new Disc(left, top, side));
    }

    @ParameterizedTest
    @CsvSource({"400, 267, 20, 20", "400, 267, 134, 133", "6, 400, 4096, 3", "2, 2, 1, 1"})
    void roundsCornersToHalfTheShortSideAtMost(int width, int height, int r, int radius) {
        assertThat(steps(new Size(width, height), "rounded-corners,r_" + r))
                .containsExactly(new RoundCorners(radius));
        assertThat(steps(new Size(1, 400), "rounded-corners,r_" + r)).isEmpty();
    }

    @Test
    void changesPixelsInTheWrittenOrder() {
        assertThat(steps(PICTURE, "grey,1/bright,-7/contrast,50/contrast,-50/sharpen,150/grey,1"))
                .containsExactly(
                        new Grey(),
                        new Brighten(-7),
                        new Contrast(1.5),
                        new Contrast(0.75),
                        new Sharpen(1.5),
                        new Grey());
    }

    @ParameterizedTest
    @CsvSource({"1, 1.1036", "10, 11.1476", "50, 44.6156"})
    void blursByTheParabola(int strength, double sigma) {
        assertThat(steps(PICTURE, "blur,r_3,s_" + strength))
                .singleElement()
                .isInstanceOfSatisfying(
                        Blur.class,
                        blur -> {
                            assertThat(blur.radius()).isEqualTo(3);
                            assertThat(blur.sigma()).isCloseTo(sigma, within(1e-9));
                        });
    }

    @Test
    void cutsWhereAttentionIs() {
        assertThat(steps(PICTURE, "crop,w_100,h_300,g_auto"))
                .containsExactly(new AttentionCut(new Size(100, 267)));
        assertThat(steps(PICTURE, "resize,m_fill,w_100,h_100,g_auto"))
                .containsExactly(
                        new Scale(new Size(150, 100)), new AttentionCut(new Size(100, 100)));
        assertThat(steps(PICTURE, "resize,m_fill,w_300,g_auto"))
                .containsExactly(new AttentionCut(new Size(300, 267)));
    }

    @Test
    void scalesNoMoreThanIsSeenWhereThatIsEnlarged() {
        assertThat(steps(new Size(10_000, 10), "resize,m_fill,w_4000,limit_0,g_auto"))
                .containsExactly(
                        new AttentionCut(new Size(10, 10)), new Scale(new Size(4000, 4000)));
        assertThat(steps(PICTURE, "resize,m_fill,w_800,h_300,limit_0,g_auto"))
                .containsExactly(
                        new AttentionCut(new Size(400, 150)), new Scale(new Size(800, 300)));
    }

    @Test
    void refusesAnEnlargedWindowThatIsTooLarge() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> steps(PICTURE, "resize,m_fill,w_4097,limit_0,g_auto"))
                .withMessageStartingWith("resize: '4097x4097' is too large a result");
    }

    private List<Step> steps(Size size, String operations) {
        var facts = Sources.still(SourceFormat.PNG, size);
        var transformation = TransformationGrammar.parse("image/" + operations);
        return planner.plan(transformation, AcceptClass.NONE, facts).steps();
    }
}

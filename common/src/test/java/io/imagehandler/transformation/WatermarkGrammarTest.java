package io.imagehandler.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Watermark.Content;
import io.imagehandler.transformation.Watermark.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What watermarks mean, and how they are spelt. In the tables `{x}` stands for x in base64url.
class WatermarkGrammarTest {

    private static final String EMOJI = "\ud83d\ude00";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # however it is spelt                                    | it has one name                  | why
                    text_SGVsbG8gV29ybGQ==,g_southeast,size_40,t_90,x_10,color_f00 | color_FF0000,t_90,text_SGVsbG8gV29ybGQ | defaults and padding
                    image_bG9nby5wbmc_eC1vc3MtcHJvY2Vzcz1pbWFnZS9yZXNpemUsUF8wMzAvcm90YXRlLDA,fill_1,x_3,padx_8,g_nw,size_20 | fill_1,image_bG9nby5wbmc_eC1vc3MtcHJvY2Vzcz1pbWFnZS9yZXNpemUsUF8zMA,padx_8 | nested
                    text_{a},t_100,size_040,color_000,type_{wqy-zenhei},shadow_0,x_10,y_10,voffset_-0,fill_0,padx_0,pady_0,auto_0,rotate_0 | text_{a} | all defaults
                    text_{a},rotate_360                                      | text_{a}                         | a full turn
                    text_{a},g_north,x_5,y_5,voffset_5                       | g_north,text_{a},y_5             | x and voffset have no effect
                    text_{a},g_south,x_5,y_10                                | g_south,text_{a}                 | x has no effect
                    text_{a},g_centre,x_5,y_5,voffset_5                      | g_center,text_{a},voffset_5      | x and y have no effect
                    text_{a},g_west,x_5,y_5,voffset_-5                       | g_west,text_{a},voffset_-5,x_5   | y has no effect
                    text_{a},g_east,x_0,y_0                                  | g_east,text_{a},x_0              | y has no effect
                    text_{a},g_se,x_0,y_0,voffset_9                          | text_{a},x_0,y_0                 | voffset has no effect
                    text_{a},fill_1,g_nw,x_1,y_2,voffset_3,pady_4            | fill_1,pady_4,text_{a}           | a pattern has no place
                    text_{a},padx_3,pady_4                                   | text_{a}                         | gaps of no pattern
                    text_{a},halo_fff                                        | text_{a}                         | colour of no shadow
                    text_{a},halo_000,shadow_1                               | shadow_1,text_{a}                | black is the default
                    text_{a},halo_FfF,shadow_50                              | halo_FFFFFF,shadow_50,text_{a}   | colours have six digits
                    text_{a},type_{fangzhengkaiti}                           | text_{a},type_{fangzhengkaiti}   | another font
                    text_{a},order_1,align_2,interval_9                      | text_{a}                         | nothing beside the text
                    image_{a},order_1,align_2,interval_9                     | image_{a}                        | nothing beside the image
                    image_{a},size_9,color_fff,shadow_9,halo_fff,type_{fangzhengkaiti} | image_{a}              | no text
                    image_{a},text_{b},order_1,align_02,interval_9           | align_2,image_{a},interval_9,order_1,text_{b} | both
                    image_{a},text_{b},order_0,align_0,interval_0            | image_{a},text_{b}               | both
                    image_{a?x-oss-process=image/rotate,0//resize,p_100}     | image_{a}                        | nothing remains
                    image_{a?x-oss-process=}                                 | image_{a}                        | nothing nested
                    image_{a?x-oss-process=image}                            | image_{a}                        | nothing nested
                    image_{a?x-oss-process=/image//}                         | image_{a}                        | nothing nested
                    image_{a?b?x-oss-process=image/rotate,09}                | image_{a?b?x-oss-process=image/rotate,9} | a key may have a question mark
                    image_{a?x-oss-process=image/resize,h_2,w_1/crop,g_southeast,w_3/indexcrop,y_4,x_5/rotate,6} | image_{a?x-oss-process=image/resize,h_2,w_1/crop,g_se,w_3/indexcrop,y_4/rotate,6} | in their order
                    """)
    void givesEveryWatermarkOneName(String spelling, String name, String why) {
        assertThat(canonical(spelling))
                .as(why)
                .isEqualTo("image/watermark," + InBase64.spelledOut(name));
        assertThat(canonical(name))
                .as(why)
                .isEqualTo("image/watermark," + InBase64.spelledOut(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # wrong                                              | parameter       | why
                    text_{a}===                                          | watermark.text  | more than any padding
                    text_=                                               | watermark.text  | padding of nothing
                    text_YR==                                            | watermark.text  | an unused bit is set
                    text_Y                                               | watermark.text  | six bits
                    text_Y+Y                                             | watermark.text  | base64, but not of URLs
                    text_gA                                              | watermark.text  | no UTF-8
                    text_7aCA                                            | watermark.text  | half of a surrogate pair
                    text_{\t}                                            | watermark.text  | a control character
                    text_woA                                             | watermark.text  | U+0080
                    image_Lg                                             | watermark.image | a dot segment
                    image_YS8uLi9i                                       | watermark.image | a dot segment
                    image_YQo                                            | watermark.image | a control character
                    image_                                               | watermark.image | no key
                    image_{?x-oss-process=image/rotate,9}                | watermark.image | no key
                    image_{a?x-oss-process=style/b}                      | watermark.image | a style
                    image_{a?x-oss-process=rotate,9}                     | watermark.image | no processor
                    image_{a?x-oss-process=image/rotate,361}             | rotate          | out of range
                    image_{a?x-oss-process=image/blur,r_1,s_1}           | action          | not in a mark
                    image_{a?x-oss-process=image/watermark,text_YQ}      | action          | not in a mark
                    image_{a?x-oss-process=image/format,png}             | action          | not in a mark
                    image_{a?x-oss-process=image/resize,P_0}             | resize.P        | out of range
                    image_{a?x-oss-process=image/resize,P_101}           | resize.P        | out of range
                    image_{a?x-oss-process=image/resize,P_5,w_5}         | resize.P        | not alone
                    image_{a?x-oss-process=image/resize,P_5,limit_1}     | resize.P        | not alone
                    image_{a?x-oss-process=image/resize,m_fill,w_5,g_auto} | resize        | no g_auto in a mark
                    image_{a?x-oss-process=image/crop,w_5,h_5,g_auto}    | crop.g          | no g_auto in a mark
                    image_{a?x-oss-process=image/rotate,1/rotate,1/rotate,1/rotate,1/rotate,1} | text | five operations
                    text_{a},x_-1                                        | watermark.x     | out of range
                    text_{a},fill_1,x_4097                               | watermark.x     | without effect, but checked
                    image_{a},halo_xyz                                   | watermark.halo  | without effect, but checked
                    text_{a},voffset_1001                                | watermark.voffset | out of range
                    text_{a},rotate_361                                  | watermark.rotate | out of range
                    text_{a},P_5                                         | watermark       | no such parameter
                    """)
    void saysWhatIsWrong(String text, String parameter, String why) {
        assertThatExceptionOfType(InvalidArgument.class)
                .as(why)
                .isThrownBy(() -> canonical(text))
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(parameter));
    }

    @Test
    void takesSixtyFourCharactersAndNoMore() {
        assertThat(canonical("text_{" + EMOJI.repeat(64) + "}"))
                .startsWith("image/watermark,text_");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> canonical("text_{" + EMOJI.repeat(64) + "a}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rotate,1/", "/resize,w_9/grey,1/"})
    void takesSixWatermarksAndNoMore(String between) {
        String six = "image" + (between + "watermark,text_YQ").repeat(6);

        assertThat(TransformationGrammar.parse(six).operations())
                .filteredOn(Watermark.class::isInstance)
                .hasSize(6);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> TransformationGrammar.parse(six + "/watermark,t_0"))
                .withMessage("watermark: 'watermark,t_0' is one too many, allowed 6 watermarks");
    }

    @Test
    void tellsWhichPicturesItNeeds() {
        var transformation =
                parse(
                        "text_{t}/watermark,image_{b}/watermark,text_{x},image_{a?x}/watermark,image_{b?x-oss-process=image/rotate,5}");

        assertThat(transformation.marks()).containsExactly("b", "a?x");
    }

    @Test
    void readsTextOfAnyScript() {
        var watermark = (Watermark) parse("text_{水印 " + EMOJI + "},g_west").operations().getFirst();

        assertThat(watermark.content())
                .isEqualTo(
                        new Content.OfText(
                                new MarkText(
                                        "水印 " + EMOJI,
                                        FontName.WQY_ZENHEI,
                                        40,
                                        Color.BLACK,
                                        0,
                                        Color.BLACK)));
        assertThat(watermark.position()).isEqualTo(new Position.Anchored(Gravity.WEST, 10, 0, 0));
        assertThat(watermark.content().images()).isEqualTo(List.of());
    }

    private static String canonical(String arguments) {
        return TransformationGrammar.canonical(parse(arguments));
    }

    private static Transformation parse(String arguments) {
        return TransformationGrammar.parse("image/watermark," + InBase64.spelledOut(arguments));
    }
}

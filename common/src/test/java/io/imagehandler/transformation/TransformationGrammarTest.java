package io.imagehandler.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformationGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # however it is spelt                                  | it has one name                                | why
                    image//resize,m_lfit,limit_1,w_0100,/                  | image/resize,w_100                             | defaults and zeros
                    image/resize,l_300,h_200,w_300,p_50                    | image/resize,h_200,w_300                       | w and h beat l and p
                    image/resize,w_200,m_fill                              | image/resize,h_200,m_fill,w_200                | a square
                    image/resize,m_pad,color_0f0,h_50,w_80                 | image/resize,color_00FF00,h_50,m_pad,w_80      | colours have six digits
                    image/resize,m_mfit,color_FF0000,s_90                  | image/resize,s_90                              | mfit of one length
                    image/quality,q_50,Q_80/resize,w_100/format,JPEG       | image/resize,w_100/format,jpg/quality,Q_80     | Q wins
                    image/format,webp/crop,g_northeast,y_0,x_5,w_40        | image/crop,g_ne,w_40,x_5/format,webp           | gravity has a short name
                    image/resize,w_100/rotate,360/interlace,0              | image/resize,w_100                             | nothing turned
                    image/strip-metadata/auto-orient,1                     | image/auto-orient,1                            | not the original
                    image/strip-metadata,1                                 | image/auto-orient,1                            | a bare 1 is tolerated
                    image/auto-orient,0/rotate,90                          | image/rotate,90/auto-orient,0                  | pixels first
                    image/rotate,90/resize,w_50                            | image/rotate,90/resize,w_50                    | order counts
                    image/resize,w_50/rotate,90                            | image/resize,w_50/rotate,90                    | order counts
                    image/resize,p_100/crop,w_0,g_se/rotate,0              | image/auto-orient,1                            | all drop out
                    image/crop,g_se                                        | image/auto-orient,1                            | the whole picture
                    image/crop,x_-0,y_7,g_centre                           | image/crop,g_center,y_7                        | there is no minus zero
                    image/resize,limit_0,w_9                               | image/resize,limit_0,w_9                       | may enlarge
                    image/resize,limit_0,p_150,m_fill,color_000            | image/resize,p_150                             | p ignores the rest
                    image/resize,l_9,s_8,m_pad,color_fff                   | image/resize,l_9,m_pad,s_8                     | white is the default
                    image/resize,s_8,m_fixed,limit_0                       | image/resize,h_8,limit_0,m_fixed,w_8           | a square, of s too
                    image/resize,s_8,l_9,p_3,color_123                     | image/resize,l_9,s_8                           | l and s beat p
                    image/resize,w_5,l_9,m_mfit,h_6                        | image/resize,h_6,m_mfit,w_5                    | mfit of two lengths
                    image/interlace,1/format,auto/auto-orient,0/quality,q_9 | image/auto-orient,0/format,auto/interlace,1/quality,q_9 | by alphabet
                    /image/format,GIF                                      | image/format,gif                               | leading slash
                    image/auto-orient,0/rotate,90/cgif,s_3/grey,1          | image/rotate,90/grey,1/auto-orient,0/cgif,s_3  | settings last
                    image/indexcrop,x_10,y_20,i_0                          | image/indexcrop,y_20                           | y beats x
                    image/indexcrop,x_010,i_03                             | image/indexcrop,i_3,x_10                       | by name
                    image/resize,w_100/rotate,360/bright,0/interlace,0     | image/resize,w_100                             | nothing changed
                    image/contrast,0/grey,0/bright,-0                      | image/auto-orient,1                            | nothing changed
                    image/bright,-05/contrast,100/sharpen,0399/grey,1      | image/bright,-5/contrast,100/sharpen,399/grey,1 | order counts
                    image/blur,s_2,r_3/circle,r_009                        | image/blur,r_3,s_2/circle,r_9                  | by name
                    image/auto-orient,1/resize,m_fill,w_200/rounded-corners,r_20/format,webp/quality,q_70 | image/resize,h_200,m_fill,w_200/rounded-corners,r_20/format,webp/quality,q_70 | settings last
                    image/resize,g_auto,m_fill,s_9                         | image/resize,g_auto,h_9,m_fill,w_9             | a square
                    image/resize,p_50,m_fill,g_auto                        | image/resize,p_50                              | p ignores the rest
                    image/crop,h_9,w_08,g_auto                             | image/crop,g_auto,h_9,w_8                      | an extension
                    image/threshold,0500                                   | image/threshold,500                            | not the original
                    image/info,/                                           | image/info                                     | a query
                    //image/average-hue                                    | image/average-hue                              | a query
                    """)
    void givesEveryTransformationOneName(String spelling, String name) {
        assertThat(canonical(spelling)).isEqualTo(name);
        assertThat(canonical(name)).isEqualTo(name);
        assertThat(TransformationGrammar.parseProcessing(spelling))
                .isEqualTo(TransformationGrammar.parseProcessing(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # text                           | parameter      | token    | detail
                    image/resise,w_400               | action         | resise   | action: 'resise' is not known, allowed auto-orient, average-hue, blur, bright, cgif, circle, contrast, crop, format, grey, indexcrop, info, interlace, quality, resize, rotate, rounded-corners, sharpen, strip-metadata, threshold, watermark
                    image/Resize,w_400               | action         | Resize   |
                    image/,w_400                     | action         | ""       |
                    image/resize                     | resize         | resize   | resize: 'resize' lacks an argument, allowed w, h, l, s or p
                    image/resize,m_fill              | resize         | resize   |
                    image/resize,w_0                 | resize.w       | 0        | resize.w: '0' is out of range, allowed 1..16384
                    image/resize,w_16385             | resize.w       | 16385    |
                    image/resize,w_-1                | resize.w       | -1       |
                    image/resize,w_4e2               | resize.w       | 4e2      | resize.w: '4e2' is not a whole number, allowed 1..16384
                    image/resize,w_100abc            | resize.w       | 100abc   |
                    image/resize,w_1.5               | resize.w       | 1.5      |
                    image/resize,w_+5                | resize.w       | +5       |
                    image/resize,w_--5               | resize.w       | --5      |
                    image/resize,w_-                 | resize.w       | -        |
                    image/resize,w_                  | resize.w       | ""       |
                    image/resize,w_00000000005       | resize.w       | 00000000005 |
                    image/resize,w_9999999999        | resize.w       | 9999999999 | resize.w: '9999999999' is out of range, allowed 1..16384
                    image/resize,w_1_2               | resize.w       | 1_2      |
                    image/resize,w_1,w_2             | resize.w       | w_2      | resize.w: 'w_2' is given twice, allowed it once
                    image/resize,w_1,l_0             | resize.l       | 0        | resize.l: '0' is out of range, allowed 1..16384
                    image/resize,w_1,p_1001          | resize.p       | 1001     |
                    image/resize,p_5,limit_2         | resize.limit   | 2        |
                    image/resize,p_5,color_ff        | resize.color   | ff       | resize.color: 'ff' is not a colour, allowed 3 or 6 hex digits
                    image/resize,p_5,color_ffgg00    | resize.color   | ffgg00   |
                    image/resize,p_5,color_          | resize.color   | ""       |
                    image/resize,p_5,m_Fill          | resize.m       | Fill     | resize.m: 'Fill' is not known, allowed fill, fixed, lfit, mfit, pad
                    image/resize,W_5                 | resize         | W        | resize: 'W' is not a parameter, allowed color, g, h, l, limit, m, p, s, w
                    image/resize,P_5                 | resize         | P        |
                    image/resize,5                   | resize         | 5        |
                    image/resize,_5                  | resize         | ""       |
                    image/resize,w_5,g_auto          | resize.g       | auto     | resize.g: 'auto' goes only with others, allowed m_fill
                    image/resize,m_fill,w_5,g_se     | resize.g       | se       | resize.g: 'se' is not known, allowed auto
                    image/crop                       | crop           | crop     |
                    image/crop,w_30001               | crop.w         | 30001    |
                    image/crop,w_5,g_middle          | crop.g         | middle   |
                    image/crop,w_5,g_auto            | crop.g         | auto     | crop.g: 'auto' goes only with others, allowed w and h over 0, and no x or y
                    image/crop,w_5,h_0,g_auto        | crop.g         | auto     |
                    image/crop,w_5,h_5,x_0,g_auto    | crop.g         | auto     |
                    image/crop,w_5,h_5,g_mid         | crop.g         | mid      | crop.g: 'mid' is not known, allowed auto, center, centre, east, ne, north, northeast, northwest, nw, se, south, southeast, southwest, sw, west
                    image/rotate                     | rotate         | rotate   | rotate: 'rotate' lacks an argument, allowed 0..360
                    image/rotate,361                 | rotate         | 361      |
                    image/rotate,90,90               | rotate         | 90       |
                    image/rotate,a_90                | rotate         | a_90     |
                    image/quality                    | quality        | quality  |
                    image/quality,q_0                | quality.q      | 0        |
                    image/quality,Q_5,q_101          | quality.q      | 101      |
                    image/quality,80                 | quality        | 80       |
                    image/format                     | format         | format   |
                    image/format,heic                | format         | heic     | format: 'heic' is not known, allowed auto, avif, gif, jpeg, jpg, png, webp
                    image/format,jpg/format,png      | format         | "format,png" |
                    image/auto-orient,2              | auto-orient    | 2        |
                    image/auto-orient,1/auto-orient,1 | auto-orient   | "auto-orient,1" |
                    image/interlace                  | interlace      | interlace |
                    image/strip-metadata,0           | strip-metadata | 0        |
                    image/indexcrop,i_1              | indexcrop      | indexcrop | indexcrop: 'indexcrop' lacks an argument, allowed x or y
                    image/indexcrop,x_0              | indexcrop.x    | 0        |
                    image/indexcrop,y_5,x_30001      | indexcrop.x    | 30001    |
                    image/indexcrop,x_5,i_-1         | indexcrop.i    | -1       |
                    image/circle                     | circle.r       | circle   | circle.r: 'circle' lacks an argument, allowed 1..4096
                    image/rounded-corners,r_0        | rounded-corners.r | 0     |
                    image/blur,r_5                   | blur.s         | blur     |
                    image/blur,r_5,s_51              | blur.s         | 51       |
                    image/bright,101                 | bright         | 101      | bright: '101' is out of range, allowed -100..100
                    image/contrast,-101              | contrast       | -101     |
                    image/sharpen,49                 | sharpen        | 49       |
                    image/grey                       | grey           | grey     |
                    image/grey,2                     | grey           | 2        |
                    image/cgif,s_1001                | cgif.s         | 1001     |
                    image/cgif,3                     | cgif           | 3        |
                    image/cgif,s_1/cgif,s_1          | cgif           | "cgif,s_1" |
                    image/threshold,0                | threshold      | 0        |
                    image/threshold,2147483648       | threshold      | 2147483648 |
                    image/info,1                     | info           | 1        | info: '1' is not a parameter, allowed none
                    image/info/rotate,1              | info           | info     | info: 'info' is not alone, allowed it alone
                    image/average-hue/info           | average-hue    | average-hue |
                    image/watermark                  | watermark      | watermark | watermark: 'watermark' lacks an argument, allowed text or image
                    image/watermark,t_5,size_1001    | watermark.size | 1001     |
                    image/watermark,text_            | watermark.text | ""       | watermark.text: '' is no text, allowed base64url of 1..64 characters, no control characters
                    image/watermark,text_QR          | watermark.text | QR       |
                    image/watermark,text_CQ          | watermark.text | CQ       |
                    image/watermark,text_QQ,type_QQ  | watermark.type | QQ       | watermark.type: 'QQ' is not known, allowed base64url of wqy-zenhei, wqy-microhei, fangzhengshusong, fangzhengkaiti, fangzhengheiti, fangzhengfangsong, droidsansfallback
                    image/watermark,text_QQ,g_auto   | watermark.g    | auto     |
                    image/watermark,text_QQ,align_3  | watermark.align | 3       |
                    image/watermark,image_Li4        | watermark.image | Li4     | watermark.image: 'Li4' names no image, allowed base64url of <key>[?x-oss-process=image/...]
                    image                            | text           | image    | text: 'image' has no operation, allowed image/<operation>
                    video/snapshot                   | text           | video    | text: 'video' is not known, allowed image
                    Image/resize,w_1                 | text           | Image    |
                    /                                | text           | /        | text: '/' has no operation, allowed image/<operation>
                    style/thumb                      | text           | style    |
                    """)
    void saysWhatIsWrong(String text, String parameter, String token, String detail) {
        var failure = refusal(() -> TransformationGrammar.parse(text));

        assertThat(failure.parameter()).isEqualTo(parameter);
        assertThat(failure.token()).isEqualTo(token);
        if (detail != null) {
            assertThat(failure.detail()).isEqualTo(detail);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/info", "image/average-hue"})
    void makesNoPictureOfAQuery(String text) {
        assertThat(refusal(() -> TransformationGrammar.parse(text)).allowed())
                .isEqualTo("image/<operation>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "image", "image/", "/image//"})
    void takesATextWithoutOperationsForTheOriginal(String text) {
        assertThat(TransformationGrammar.parseRequested(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u007F", "é", "\uD800", "\0"})
    void refusesWhatIsNotVisibleAscii(String character) {
        var failure = refusal(() -> TransformationGrammar.parse("image/resize,w_1" + character));

        assertThat(failure.token()).isEqualTo(character);
    }

    @Test
    void takesTwentyOperationsAndNoMore() {
        String twenty = "image" + "//rotate,1".repeat(20);

        assertThat(TransformationGrammar.parse(twenty).operations()).hasSize(20);
        assertThat(refusal(() -> TransformationGrammar.parse(twenty + "/rotate,2")).detail())
                .isEqualTo("text: 'rotate,2' is one too many, allowed 20 operations");
    }

    @Test
    void takesATextOfItsLongestLengthAndNoLonger() {
        String longest = "image/resize" + ",".repeat(2_048 - 16) + "w_10";

        assertThat(canonical(longest)).isEqualTo("image/resize,w_10");
        assertThat(refusal(() -> TransformationGrammar.parse(longest + ",")).allowed())
                .isEqualTo("2048 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", ",", "_", "image/", "a", "resize,w_1/", "\uD83D\uDE00", "%", "0", "\0"})
    void refusesALongTextAtOnce(String piece) {
        String text = "image/" + piece.repeat(65_536 / piece.length());

        assertThat(refusal(() -> TransformationGrammar.parse(text)).allowed())
                .isEqualTo("2048 bytes");
    }

    private static String canonical(String text) {
        return TransformationGrammar.canonical(TransformationGrammar.parseProcessing(text));
    }

    private static InvalidArgument refusal(ThrowingCallable reading) {
        return assertThatExceptionOfType(InvalidArgument.class).isThrownBy(reading).actual();
    }
}

package io.imagehandler.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.request.ImageRequest.Asked;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.GeneratedTexts;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shared vectors do not say. They are run by the test of the conformance.
class ImageRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # path              | query                               | key       | why
                    /a.jpg              | ""                                  | a.jpg     | nothing asked
                    /a.jpg              | x-oss-process=image//&im=           | a.jpg     | two that ask for nothing
                    /a.jpg              | x-sig=k.s&x-exp=1&%zz=%&&=&foo=image/resize,w_1 | a.jpg | others are ignored
                    /a.jpg              | x-oſſ-process=1&ım=1                | a.jpg     | other letters, not another case
                    /@!thumb            | ""                                  | @!thumb   | no key before it
                    /a.jpg!%74humb      | ""                                  | a.jpg!thumb | the name is looked for before decoding
                    /a!b!               | ""                                  | a!b!      | no name after it
                    //a                 | ""                                  | /a        | exactly one slash is lost
                    """)
    void leavesTheOriginalUnchanged(String path, String query, String key, String why) {
        var request = RawRequest.parse(path, query).understood();

        assertThat(request.asked()).as(why).isEqualTo(new Asked.Unchanged());
        assertThat(request.original().value()).as(why).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"/a.jpg@!b, ''", "/a.jpg!b, ''", "/a.jpg, x-oss-process=style/b", "/a.jpg!b, im="})
    void findsTheStyleHoweverItIsAskedFor(String path, String query) {
        var request = RawRequest.parse(path, query).understood();

        assertThat(request.asked()).isEqualTo(new Asked.ByStyle(new StyleName("b")));
        assertThat(request.original().value()).isEqualTo("a.jpg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x-oss-process=image%2Fresize,w_9                      | image/resize,w_9
                    im=Resize,quality=7,height=8,format=WEBP,width=9      | image/resize,h_8,w_9/format,webp/quality,Q_7
                    im=Resize%2Cheight%3D8                                | image/resize,h_8
                    """)
    void findsTheText(String query, String text) {
        assertThat(RawRequest.parse("/a.jpg", query).understood().asked())
                .isEqualTo(new Asked.ByText(TransformationGrammar.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({"image/info, INFO", "image//average-hue/, AVERAGE_HUE"})
    void findsTheQuery(String text, Query query) {
        assertThat(RawRequest.parse("/a.jpg", "x-oss-process=" + text).understood().asked())
                .isEqualTo(new Asked.ByQuery(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # path     | query                                  | parameter     | why
                    a.jpg      | ""                                     | path          | not absolute
                    ""         | ""                                     | path          | not absolute
                    /          | ""                                     | path          | no key
                    /a%        | ""                                     | path          | malformed
                    /a%2       | ""                                     | path          | malformed
                    /a%+1      | ""                                     | path          | malformed
                    /%2e%2E/a  | ""                                     | path          | a dot segment
                    /a.jpg!b   | im=Resize,width=1                      | query         | two instructions
                    /a.jpg     | x-oss-process=image/resize,w_0         | resize.w      | out of range
                    /a.jpg     | x-oss-process=image/resize,w_1%20      | x-oss-process | a space
                    /a.jpg     | x-oss-process=image/resize,w_1&x-oss-process | x-oss-process | given twice
                    /a.jpg     | X-OSS-Process=                         | x-oss-process | letter case
                    /a.jpg     | x-sig=%                                | x-sig         | malformed
                    /a.jpg     | x-oss-process=style/a/b                | x-oss-process | two names
                    /a.jpg     | im=Resize,width=1,                     | im            | nothing after the comma
                    /a.jpg     | im=Resize,width=1,width=2              | im            | repeated
                    /a.jpg     | im=Resize,width=1/rotate,9             | im            | a slash
                    /a.jpg     | im=Resize,format=png                   | im            | no side
                    /a.jpg     | im=Resize,width=                       | resize.w      | empty
                    """)
    void refusesWhatIsNotOfTheLanguage(String path, String query, String parameter, String why) {
        assertThatExceptionOfType(InvalidArgument.class)
                .as(why)
                .isThrownBy(() -> RawRequest.parse(path, query).understood())
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_r/s/a/b", "//_r/s/a/b", "/%5Fr/x", "/_r%2Fx", "/_r/a!b", "//"})
    void findsNothingInThePlaceOfRenditions(String path) {
        assertThatExceptionOfType(NoSuchOriginal.class)
                .isThrownBy(() -> RawRequest.parse(path, "").understood());
    }

    @Test
    void refusesSpoiltQueriesInNoOtherWay() {
        var texts = new GeneratedTexts(4715);
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            String query = texts.spoilt("x-oss-process=" + texts.next());
            try {
                RawRequest.parse("/a.jpg", query).understood();
            } catch (InvalidArgument _) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "!", "@!", "%", "%25", "&", "=", ",", "a", "im=", "style/", "é", "\uD800"
            })
    void answersALongUrlAtOnce(String piece) {
        String longer = piece.repeat(65_536 / piece.length());
        for (String query : List.of("", "x-oss-process=", "x-oss-process=image/", "im=Resize,")) {
            assertAnswered("/a.jpg", query + longer);
        }
        assertAnswered("/" + longer, "");
        assertAnswered("/a.jpg!" + longer, longer + "&" + longer);
    }

    private static void assertAnswered(String path, String query) {
        try {
            assertThat(RawRequest.parse(path, query).understood().original()).isNotNull();
        } catch (InvalidArgument | NoSuchOriginal failure) {
            assertThat(failure.detail()).hasSizeLessThan(300);
        }
    }
}

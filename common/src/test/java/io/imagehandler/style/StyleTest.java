package io.imagehandler.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

    @Test
    void readsWhatIsKept() {
        var style =
                Style.parse("hero.2x", "image/resize,w_9/", List.of("avif", "webp"), true, "a/", 3);

        assertThat(style.name()).isEqualTo(new StyleName("hero.2x"));
        assertThat(style.transformation())
                .isEqualTo(TransformationGrammar.parse("image/resize,w_9"));
        assertThat(style.formats()).isEqualTo(Set.of(OutputFormat.AVIF, OutputFormat.WEBP));
        assertThat(style.isMadeFor("a/b.jpg")).isTrue();
        assertThat(style.isMadeFor("b.jpg")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # name | text                          | format | version | wrong    | why
                    a/b    | image/resize,w_9              | avif   | 0       | name     | no name
                    ""     | image/resize,w_9              | avif   | 0       | name     | no name
                    a      | image/resize,w_0              | avif   | 0       | resize.w | not of the language
                    a      | style/b                       | avif   | 0       | text     | a style of a style
                    a      | image/                        | avif   | 0       | text     | no operation
                    a      | image/info                    | avif   | 0       | text     | no picture
                    a      | image/resize,w_9/format,webp  | avif   | 0       | text     | two ways to choose
                    a      | image/resize,w_9/format,auto  | avif   | 0       | text     | two ways to choose
                    a      | image/resize,w_9              | png    | 0       | formats  | every client has it
                    a      | image/resize,w_9              | AVIF   | 0       | formats  | letter case
                    a      | image/resize,w_9              | avif   | -1      | version  | no version
                    """)
    void refusesWhatIsNoStyle(
            String name, String text, String format, int version, String wrong, String why) {
        assertThatExceptionOfType(InvalidArgument.class)
                .as(why)
                .isThrownBy(() -> Style.parse(name, text, List.of(format), true, "", version))
                .satisfies(failure -> assertThat(failure.parameter()).isEqualTo(wrong));
    }

    @Test
    void mayNameItsFormatIfItHasNoOthers() {
        var style = Style.parse("a", "image/format,webp", List.of(), false, "", 0);

        assertThat(style.asked()).isEqualTo(style.transformation());
        assertThat(style.classes()).containsExactly(AcceptClass.NONE);
        assertThat(style.accepts("image/avif,image/webp")).isEqualTo(AcceptClass.NONE);
    }

    @Test
    void leavesItsFormatToTheClientIfItHasSeveral() {
        var style = Style.parse("a", "image/resize,w_9", List.of("webp"), false, "", 0);

        assertThat(style.asked())
                .isEqualTo(TransformationGrammar.parse("image/resize,w_9/format,auto"));
        assertThat(style.classes()).containsExactly(AcceptClass.NONE, AcceptClass.WEBP);
        assertThat(style.accepts("image/avif,image/webp")).isEqualTo(AcceptClass.WEBP);
    }
}

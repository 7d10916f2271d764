package io.imagehandler.worker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.style.FormerStyles.FormerStyle;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook.Kept;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportStylesCommandTest {

    private final List<FormerStyle> former = new ArrayList<>();
    private final WrittenStyles styles = new WrittenStyles();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysWhatStylesBecomeAndWritesNothing() {
        former.add(new FormerStyle("a", "image/resize,w_100"));
        former.add(new FormerStyle("b", "image/resize,w_0100,m_lfit,limit_1/"));

        assertThat(run("--from", "old")).hasValue(0);

        assertThat(said(out))
                .isEqualTo(
                        """
                        a  image/resize,w_100
                        b  image/resize,w_0100,m_lfit,limit_1/ -> image/resize,w_100
                        2 styles could be saved (--write), 0 of them look different; 0 refused, 0 left alone
                        """);
        assertThat(styles.entries()).isEmpty();
    }

    @Test
    void savesThem() {
        former.add(new FormerStyle("a", "image/resize,w_100"));
        former.add(new FormerStyle("b", "image/resize,w_100/format,png"));

        assertThat(run("--from=old", "--write", "--eager", "--prefix=p/", "--formats=webp"))
                .hasValue(0);

        assertThat(styles.entries())
                .containsExactly(
                        new Kept(
                                Style.parse(
                                        "a", "image/resize,w_100", List.of("webp"), true, "p/", 0)),
                        new Kept(
                                Style.parse(
                                        "b",
                                        "image/resize,w_100/format,png",
                                        List.of(),
                                        true,
                                        "p/",
                                        0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    a   | image/resize,w_100px       | a number with a unit
                    a   | image/resize,w_1,color_f   | what was ignored
                    a   | video/snapshot             | another processor
                    a   | image/info                 | a question
                    a   | ""                         | no text
                    a/b | image/resize,w_1           | a name that is none
                    """)
    void refusesWhatIsNotOfTheLanguageAndTakesTheOthers(String name, String text, String why) {
        former.add(new FormerStyle(name, text));
        former.add(new FormerStyle("z", "image/resize,w_1"));

        assertThat(run("--from", "old", "--write")).as(why).hasValue(1);

        assertThat(said(out)).startsWith(name + "  REFUSED: ").contains("1 refused");
        assertThat(styles.entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    image/resize,w_9/resize,w_5                 | every resize counts
                    image/watermark,text_YQ/watermark,text_Yg   | every watermark is drawn
                    image/rotate,90/resize,w_5                  | in the written order
                    image/resize,w_9,m_fill                     | gives a square
                    image/resize,w_9,l_5                        | l and s beside them do not
                    image/crop,w_9,h_9,g_se                     | not on a grid of thirds
                    image/circle,r_9                            | half of the short side
                    image/rounded-corners,r_9                   | half of the short side
                    image/watermark,text_YQ,x_5                 | the margin is 10 pixels
                    image/watermark,text_YQ,x_5,y_5,t_50        | darkens nothing
                    image/quality,q_50                          | Q is absolute
                    """)
    void tellsWhichLookDifferent(String text, String how) {
        former.add(new FormerStyle("a", text));

        assertThat(run("--from", "old")).hasValue(0);

        assertThat(said(out)).containsPattern("    different: .*" + how).contains("1 of them look");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    image/resize,w_9,h_9,m_fill/quality,Q_50/format,webp
                    image/crop,w_9,h_9
                    image/auto-orient,1/resize,l_9,s_5,limit_0
                    image/watermark,text_YQ,x_5,y_5,t_100
                    """)
    void saysNothingOfThoseThatLookTheSame(String text) {
        former.add(new FormerStyle("a", text));

        run("--from", "old");

        assertThat(said(out)).contains("0 of them look different");
    }

    @Test
    void leavesAloneWhatIsThereAlready() {
        former.add(new FormerStyle("a", "image/resize,w_1"));
        former.add(new FormerStyle("b", "image/resize,w_1"));
        var ours = new Kept(Style.parse("a", "image/resize,w_2", List.of(), true, "", 0));
        var same = new Kept(Style.parse("b", "image/resize,w_1", List.of(), false, "", 0));
        styles.keep(ours);
        styles.keep(same);

        assertThat(run("--from", "old", "--write")).hasValue(1);
        assertThat(said(out)).contains("a  LEFT ALONE: ").contains("1 left alone");
        assertThat(styles.entries()).containsExactly(ours, same);

        assertThat(run("--from", "old", "--write", "--replace")).hasValue(0);
        assertThat(styles.entries()).doesNotContain(ours).contains(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --write                              | --from is missing
                    --from old more                      | 'more' is nothing
                    --from old --write --table old       | The table 'old' is used as it is
                    --from old --version 1               | There is no option '--version'
                    """)
    void saysWhatWasTypedWrongly(String line, String reason) {
        assertThat(run(line.split(" "))).hasValue(2);

        assertThat(said(err)).startsWith(reason);
    }

    private OptionalInt run(String... arguments) {
        var typed = new ArrayList<>(List.of("import-styles"));
        typed.addAll(List.of(arguments));
        var command =
                new ImportStylesCommand("styles", _ -> () -> List.copyOf(former), _ -> styles);
        return new Commands(
                        List.of(command),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8))
                .run(typed);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}

package io.imagehandler.worker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.style.StyleBook.Wrong;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class StylesCommandTest {

    private final WrittenStyles styles = new WrittenStyles();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void savesAStyle() {
        assertThat(
                        run(
                                "styles",
                                "put",
                                "thumb",
                                "image//resize,w_0200",
                                "--eager",
                                "--prefix=photos/",
                                "--formats",
                                "webp,avif"))
                .hasValue(0);

        assertThat(said(out))
                .isEqualTo("thumb  image/resize,w_200  formats=avif,webp  eager  prefix=photos/\n");
        assertThat(styles.entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    thumb | image/resize,w_0                  | webp
                    thumb | image/resize,w_1/format,jpg       | webp
                    thumb | image/info                        | webp
                    thumb | style/other                       | webp
                    thumb | image/resize,w_1                  | jpg
                    a/b   | image/resize,w_1                  | webp
                    """)
    void refusesABadStyleBeforeItIsSaved(String name, String text, String formats) {
        assertThat(run("styles", "put", name, text, "--formats", formats)).hasValue(1);

        assertThat(said(err)).startsWith("The style '" + name + "' is refused: ");
        assertThat(styles.entries()).isEmpty();
    }

    @Test
    void givesAStyleThatHasAVersionTheNextOne() {
        run("styles", "put", "a", "image/resize,w_1", "--version", "3");
        run("styles", "put", "a", "image/resize,w_2");
        run("styles", "put", "b", "image/resize,w_2");
        run("styles", "list", "--table", "other");

        assertThat(said(out)).endsWith("a  image/resize,w_2  version=4\nb  image/resize,w_2\n");
    }

    @Test
    void losesNobodysChange() {
        styles.changeMeanwhile();

        assertThat(run("styles", "put", "a", "image/resize,w_1")).hasValue(1);

        assertThat(said(err)).contains("Somebody else changed the style 'a' just now");
    }

    @Test
    void saysWhichStylesAreWrong() {
        run("styles", "put", "a", "image/resize,w_1");
        assertThat(run("styles", "check")).hasValue(0);
        styles.keep(new Wrong("b\n", "resize.w is out of range"));

        assertThat(run("styles", "check")).hasValue(1);

        assertThat(said(out))
                .endsWith("b%0A  WRONG: resize.w is out of range\n2 styles, 1 of them wrong\n");
    }

    @Test
    void removesAStyle() {
        run("styles", "put", "a", "image/resize,w_1");

        assertThat(run("styles", "remove", "a")).hasValue(0);
        assertThat(run("styles", "remove", "a")).hasValue(1);

        assertThat(styles.entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    styles                                  | 'styles ' is nothing
                    styles put a                            | 'styles put a' is nothing
                    styles list --eager                     | Only 'put' has such options
                    styles put a b --colour red             | There is no option '--colour'
                    styles put a b --formats                | '--formats' needs a value
                    styles put a b --eager --eager          | '--eager' is given twice
                    styles put a image/resize,w_1 --version x | 'x' is no version
                    style list                              | There is no command 'style'
                    """)
    void saysWhatWasTypedWrongly(String line, String reason) {
        assertThat(run(line.split(" "))).hasValue(2);

        assertThat(said(err)).startsWith(reason);
        assertThat(styles.entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "help", "styles --help", "styles put --help"})
    void helps(String line) {
        assertThat(run(line.split(" "))).hasValue(0);

        assertThat(said(out)).contains("styles");
        assertThat(said(err)).isEmpty();
    }

    @Test
    void leavesSettingsToTheService() {
        assertThat(run()).isEmpty();
        assertThat(run("--server.port=80")).isEmpty();
    }

    @Test
    void saysThatAwsCannotBeUsed() {
        var command =
                new StylesCommand(
                        "styles",
                        table -> {
                            throw SdkClientException.create("no region");
                        });

        assertThat(commands(command).run(List.of("styles", "list"))).hasValue(1);

        assertThat(said(err)).isEqualTo("AWS could not be used: no region\n");
    }

    @Test
    void needsATable() {
        assertThat(commands(new StylesCommand("", _ -> styles)).run(List.of("styles", "list")))
                .hasValue(2);
    }

    private OptionalInt run(String... arguments) {
        return commands(new StylesCommand("styles", _ -> styles)).run(List.of(arguments));
    }

    private Commands commands(Command command) {
        return new Commands(
                List.of(command),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}

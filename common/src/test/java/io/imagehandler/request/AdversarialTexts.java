package io.imagehandler.request;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Texts that are long and repetitive enough to show a parser that backtracks, copies what it has
/// read at each step, or does either of two parsers' work twice.
public final class AdversarialTexts {

    /// Of each text, in characters.
    public static final int LENGTH = 64 * 1024;

    private static final int TRIES = 10;
    private static final long GOOD_ENOUGH = 2_000_000;

    private AdversarialTexts() {}

    /// Each consists of a head, a piece over and over again, and a tail that comes too late.
    public static Stream<String> all() {
        List<String> pieces =
                List.of(
                        "a",
                        "/",
                        "//",
                        "a/",
                        "%",
                        "%2",
                        "%41",
                        "%2e%2e%2f",
                        "%25",
                        "%ff",
                        "%00",
                        ",",
                        "_",
                        "=",
                        "&",
                        "&=",
                        ";",
                        "-",
                        "--",
                        ".",
                        "..",
                        "!",
                        "@!",
                        "!a",
                        "~",
                        "+",
                        " ",
                        "\t",
                        "\"",
                        "\"\"",
                        "\\",
                        "W/",
                        "W/\"a\",",
                        "*,",
                        "0",
                        "9",
                        "-1",
                        "0-1,",
                        "(",
                        "a?",
                        "ü",
                        "\uD83D\uDC08",
                        "\uD800",
                        "\u0000",
                        "\u2028",
                        "image/webp;q=0,",
                        "q=0.",
                        ";q=",
                        "*/*,",
                        "x-oss-process=image/info&",
                        "X-OSS-PROCESS&",
                        "im=&",
                        "resize,w_1/",
                        ",w_1",
                        "image/",
                        "style/",
                        "_r/",
                        "watermark,text_aGk/",
                        "aGk",
                        "={",
                        "$1",
                        "a.b.");
        List<String> heads =
                List.of(
                        "",
                        "/",
                        "image/",
                        "image/resize,w_",
                        "image/watermark,text_",
                        "image/watermark,image_",
                        "style/",
                        "/_r/x/a/",
                        "/_r/s/a/b.",
                        "/a@!",
                        "x-oss-process=image/",
                        "im=Resize,width=",
                        "bytes=",
                        "\"",
                        "image/webp;");
        return heads.stream().flatMap(head -> pieces.stream().map(piece -> text(head, piece)));
    }

    /// The text that keeps a parser busy for longest.
    ///
    /// @param millis the best of a few tries by a parser that is warm: what the compiler and others
    ///   do on this machine is left out
    public record Slowest(String text, double millis) {

        /// The beginning: the whole is too long to be shown.
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f ms of %s",
                    millis,
                    text.substring(0, 40).replaceAll("[^!-~]", "?"));
        }
    }

    public static Slowest slowest(Consumer<String> parser) {
        all().forEach(parser);
        return all().map(text -> new Slowest(text, millis(parser, text)))
                .max(Comparator.comparingDouble(Slowest::millis))
                .orElseThrow();
    }

    private static double millis(Consumer<String> parser, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best > GOOD_ENOUGH; i++) {
            long start = System.nanoTime();
            parser.accept(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e6;
    }

    private static String text(String head, String piece) {
        int times = (LENGTH - head.length()) / piece.length();
        return head + piece.repeat(times) + "x".repeat((LENGTH - head.length()) % piece.length());
    }
}

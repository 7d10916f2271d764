package io.imagehandler.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `docs/request-language.md` as its tests read it.
///
/// What stands in backticks, or on a line of its own in a fenced block, and looks like a request is
/// an example. What else stands in its line says what of it holds: a picture shows it, `→` leads to
/// its canonical form, a cell with `400` or `415` says that it is refused.
record RequestLanguagePage(List<String> lines) {

    static final Path PICTURES = Path.of("..", "docs", "pictures");

    private static final Path FILE = Path.of("..", "docs", "request-language.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PICTURE = Pattern.compile("\\(pictures/([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#+ `([^`]+)`");

    /// A placeholder makes it no example, and there are media types that look like texts.
    private static final Predicate<String> REQUEST =
            Pattern.compile(
                            "(?!image/(jpeg|png|webp|avif|gif)$)"
                                    + "(image/|style/|im=|/[^<>]+([?!]|\\.(jpg|png|gif)$))[^<>…]*")
                    .asMatchPredicate();

    RequestLanguagePage {
        lines = List.copyOf(lines);
    }

    static RequestLanguagePage read() {
        try {
            return new RequestLanguagePage(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    /// The lines that have an example.
    Stream<Line> examples() {
        return lines.stream().map(Line::new).filter(line -> !line.requests().isEmpty());
    }

    /// What stands under the heading of an action, up to the next heading; nothing if it has none.
    Optional<String> section(String action) {
        return lines.stream()
                .filter(line -> isHeading(line, action))
                .findFirst()
                .map(lines::indexOf)
                .map(start ->
                        lines.stream()
                                .skip(start + 1L)
                                .takeWhile(line -> !line.startsWith("#"))
                                .collect(Collectors.joining("\n")));
    }

    private static boolean isHeading(String line, String action) {
        return HEADING.matcher(line).results().anyMatch(heading -> heading.group(1).equals(action));
    }

    /// One line of the page.
    record Line(String text) {

        /// The examples in it.
        List<ExampleRequest> requests() {
            Stream<String> code = text.startsWith("/") ? Stream.of(text) : code().stream();
            return code.filter(REQUEST).map(ExampleRequest::of).toList();
        }

        /// All that stands in backticks.
        List<String> code() {
            return found(CODE);
        }

        /// The files of the pictures in it.
        List<String> pictures() {
            return found(PICTURE);
        }

        boolean isRefused() {
            return text.contains("| 400 |") || text.contains("| 415 |");
        }

        boolean statesCanonicalForm() {
            return text.contains("→");
        }

        private List<String> found(Pattern pattern) {
            return pattern.matcher(text).results().map(RequestLanguagePage::first).toList();
        }
    }

    private static String first(MatchResult result) {
        return result.group(1);
    }
}

package io.imagehandler.worker.command;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.log.LogText;
import io.imagehandler.style.FormerStyles;
import io.imagehandler.style.FormerStyles.FormerStyle;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook;
import io.imagehandler.style.StyleChanged;
import io.imagehandler.transformation.TransformationGrammar;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Says what the styles of the original service become here, and takes them over.
public final class ImportStylesCommand implements Command {

    private static final String FROM = "--from";
    private static final String TABLE = "--table";
    private static final String WRITE = "--write";
    private static final String REPLACE = "--replace";
    private static final String EAGER = "--eager";
    private static final String PREFIX = "--prefix";
    private static final String FORMATS = "--formats";

    private final String defaultTable;
    private final Function<String, FormerStyles> former;
    private final Function<String, StyleBook> books;

    /// What became of one.
    private enum Outcome {
        FINE,
        DIFFERENT,
        REFUSED,
        LEFT_ALONE
    }

    /// @param defaultTable the table that is written where none is named; empty: one must be named
    /// @param former gives the styles that the original service has in a table
    /// @param books gives our styles of a table
    public ImportStylesCommand(
            String defaultTable,
            Function<String, FormerStyles> former,
            Function<String, StyleBook> books) {
        this.defaultTable = defaultTable;
        this.former = former;
        this.books = books;
    }

    @Override
    public String name() {
        return "import-styles";
    }

    @Override
    public String summary() {
        return "takes over the styles of the original ECS Image Handler";
    }

    @Override
    public String help() {
        return """
        import-styles --from T [option…]  reads a table of the original service, {id, style}, and says
                                          of each style what it becomes here; ends with 1 if one is
                                          refused or left alone. Nothing is written without --write
          --write                         saves those that are right into the styles' table
          --replace                       also where there is another style of that name
          --eager                         makes them for every upload, before anybody asks
          --prefix P                      only for uploads whose key begins with P
          --formats webp,avif             makes those that name no format in these as well
          --table T                       the styles' table; left out: IMAGE_HANDLER_STYLE_TABLE

        Region, credentials and endpoint are those of the AWS SDK. docs/migrating.md tells the rest.
        """;
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) {
        Words words =
                Words.parse(
                        arguments,
                        Set.of(WRITE, REPLACE, EAGER),
                        Set.of(FROM, TABLE, PREFIX, FORMATS));
        if (!words.plain().isEmpty()) {
            throw new WrongUsage("'" + String.join(" ", words.plain()) + "' is nothing");
        }
        String from = words.value(FROM).orElseThrow(() -> new WrongUsage("--from is missing"));
        Optional<StyleBook> target =
                words.has(WRITE) ? Optional.of(book(words, from)) : Optional.empty();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (FormerStyle style : former.apply(from).all()) {
            outcomes.merge(take(style, words, target, out), 1, Integer::sum);
        }
        return sum(outcomes, target.isPresent(), out);
    }

    private StyleBook book(Words words, String from) {
        String table = words.value(TABLE).orElse(defaultTable);
        if (table.isBlank()) {
            throw new WrongUsage(
                    "No table is named: neither --table nor IMAGE_HANDLER_STYLE_TABLE");
        }
        if (table.equals(from)) {
            throw new WrongUsage("The table '" + from + "' is used as it is: nothing is to write");
        }
        return books.apply(table);
    }

    private static Outcome take(
            FormerStyle former, Words words, Optional<StyleBook> target, PrintStream out) {
        String name = LogText.of(former.name());
        try {
            Style style = style(former, words);
            if (target.isPresent() && !put(style, target.get(), words.has(REPLACE))) {
                out.printf("%s  LEFT ALONE: there is another of that name (--replace)%n", name);
                return Outcome.LEFT_ALONE;
            }
            List<String> differences = Differences.of(former.text());
            out.println(line(name, former.text(), style));
            differences.forEach(difference -> out.println("    different: " + difference));
            return differences.isEmpty() ? Outcome.FINE : Outcome.DIFFERENT;
        } catch (InvalidArgument refused) {
            String reason = LogText.sentence(String.valueOf(refused.getMessage()));
            out.printf("%s  REFUSED: %s, in %s%n", name, reason, LogText.of(former.text()));
            return Outcome.REFUSED;
        }
    }

    private static Style style(FormerStyle former, Words words) {
        Style plain = Style.parse(former.name(), former.text(), List.of(), false, "", 0);
        List<String> formats =
                plain.transformation().output().namesFormat()
                        ? List.of()
                        : words.value(FORMATS)
                                .map(text -> Arrays.asList(text.split(",", -1)))
                                .orElse(List.of());
        return Style.parse(
                former.name(),
                former.text(),
                formats,
                words.has(EAGER),
                words.value(PREFIX).orElse(""),
                0);
    }

    /// @return whether it is there now
    private static boolean put(Style style, StyleBook book, boolean replace) {
        try {
            return book.put(style.name(), before -> replace ? style : before.orElse(style))
                    .equals(style);
        } catch (StyleChanged changed) {
            throw new CommandFailed(
                    "Somebody else changed the style '%s' just now: look, and try again"
                            .formatted(style.name()));
        }
    }

    private static String line(String name, String text, Style style) {
        String canonical = TransformationGrammar.canonical(style.transformation());
        return text.equals(canonical)
                ? name + "  " + canonical
                : "%s  %s -> %s".formatted(name, LogText.of(text), canonical);
    }

    private static boolean sum(Map<Outcome, Integer> outcomes, boolean written, PrintStream out) {
        int fine = outcomes.getOrDefault(Outcome.FINE, 0);
        int different = outcomes.getOrDefault(Outcome.DIFFERENT, 0);
        int refused = outcomes.getOrDefault(Outcome.REFUSED, 0);
        int leftAlone = outcomes.getOrDefault(Outcome.LEFT_ALONE, 0);
        out.printf(
                "%d styles %s, %d of them look different; %d refused, %d left alone%n",
                fine + different,
                written ? "saved" : "could be saved (--write)",
                different,
                refused,
                leftAlone);
        return refused + leftAlone == 0;
    }
}

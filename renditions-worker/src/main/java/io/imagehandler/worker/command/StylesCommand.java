package io.imagehandler.worker.command;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook;
import io.imagehandler.style.StyleBook.Entry;
import io.imagehandler.style.StyleBook.Kept;
import io.imagehandler.style.StyleBook.Wrong;
import io.imagehandler.style.StyleChanged;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Shows, checks and changes the styles. A bad one is refused before it is saved.
public final class StylesCommand implements Command {

    private static final String TABLE = "--table";
    private static final String EAGER = "--eager";
    private static final String PREFIX = "--prefix";
    private static final String FORMATS = "--formats";
    private static final String VERSION = "--version";

    private final String defaultTable;
    private final Function<String, StyleBook> books;

    /// @param defaultTable the table where none is named; empty: one must be named
    /// @param books gives the styles of a table
    public StylesCommand(String defaultTable, Function<String, StyleBook> books) {
        this.defaultTable = defaultTable;
        this.books = books;
    }

    @Override
    public String name() {
        return "styles";
    }

    @Override
    public String summary() {
        return "shows, checks and changes the styles";
    }

    @Override
    public String help() {
        return """
        styles list                     prints every style
        styles check                    says which of them are wrong, and ends with 1 if one is
        styles put NAME TEXT [option…]  saves a style in place of the one of that name, if it is right
          TEXT                          what it does: 'image/resize,w_200/format,jpg'
          --eager                       makes it for every upload, before anybody asks
          --prefix P                    makes it only for uploads whose key begins with P
          --formats webp,avif           makes it in these formats as well, for clients that take them
          --version N                   its version, from 1 on; 0: none. Left out, a style that has a
                                        version gets the next one, and another gets none
        styles remove NAME              removes it; what was made in it stays where it is

          --table T                     the DynamoDB table; left out: IMAGE_HANDLER_STYLE_TABLE

        Region, credentials and endpoint are those of the AWS SDK: AWS_REGION, AWS_PROFILE,
        AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL_DYNAMODB and so on.
        """;
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) {
        Words words =
                Words.parse(arguments, Set.of(EAGER), Set.of(PREFIX, FORMATS, VERSION, TABLE));
        List<String> plain = words.plain();
        String action = plain.isEmpty() ? "" : plain.getFirst();
        if (!action.equals("put") && !Set.of(TABLE).containsAll(words.options().keySet())) {
            throw new WrongUsage("Only 'put' has such options");
        }
        return switch (plain.size() + " " + action) {
            case "1 list" -> list(book(words), out);
            case "1 check" -> check(book(words), out);
            case "3 put" -> put(words, book(words), out);
            case "2 remove" -> remove(plain.get(1), book(words), out);
            default -> throw new WrongUsage("'styles " + String.join(" ", plain) + "' is nothing");
        };
    }

    private StyleBook book(Words words) {
        String table = words.value(TABLE).orElse(defaultTable);
        if (table.isBlank()) {
            throw new WrongUsage(
                    "No table is named: neither --table nor IMAGE_HANDLER_STYLE_TABLE");
        }
        return books.apply(table);
    }

    private static boolean list(StyleBook book, PrintStream out) {
        book.entries().forEach(entry -> out.println(StyleLine.of(entry)));
        return true;
    }

    private static boolean check(StyleBook book, PrintStream out) {
        List<Entry> entries = book.entries();
        List<Entry> wrong = entries.stream().filter(Wrong.class::isInstance).toList();
        wrong.forEach(entry -> out.println(StyleLine.of(entry)));
        out.printf("%d styles, %d of them wrong%n", entries.size(), wrong.size());
        return wrong.isEmpty();
    }

    private static boolean put(Words words, StyleBook book, PrintStream out) {
        String name = words.plain().get(1);
        try {
            // Before the table is asked for anything.
            Style asked = style(words, Optional.empty());
            Style put = book.put(asked.name(), before -> style(words, before));
            out.println(StyleLine.of(new Kept(put)));
            return true;
        } catch (InvalidArgument refused) {
            throw new CommandFailed(
                    "The style '%s' is refused: %s".formatted(name, refused.getMessage()));
        } catch (StyleChanged changed) {
            throw new CommandFailed(
                    "Somebody else changed the style '%s' just now: look, and try again"
                            .formatted(name));
        }
    }

    private static Style style(Words words, Optional<Style> before) {
        List<String> formats =
                words.value(FORMATS)
                        .map(text -> Arrays.asList(text.split(",", -1)))
                        .orElse(List.of());
        return Style.parse(
                words.plain().get(1),
                words.plain().get(2),
                formats,
                words.has(EAGER),
                words.value(PREFIX).orElse(""),
                words.value(VERSION).map(StylesCommand::version).orElseGet(() -> next(before)));
    }

    private static int next(Optional<Style> before) {
        return before.map(Style::version).filter(version -> version > 0).map(v -> v + 1).orElse(0);
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw new WrongUsage("'" + text + "' is no version");
        }
    }

    private static boolean remove(String name, StyleBook book, PrintStream out) {
        boolean removed = book.remove(name);
        out.println(removed ? "removed " + name : "there is no style '" + name + "'");
        return removed;
    }
}

package io.imagehandler.worker.command;

import io.imagehandler.log.LogText;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook.Entry;
import io.imagehandler.style.StyleBook.Kept;
import io.imagehandler.style.StyleBook.Wrong;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.stream.Collectors;

/// A style as it is printed.
final class StyleLine {

    private StyleLine() {}

    static String of(Entry entry) {
        return switch (entry) {
            case Kept(Style style) -> of(style);
            case Wrong(String name, String reason) ->
                    "%s  WRONG: %s".formatted(LogText.of(name), LogText.sentence(reason));
        };
    }

    private static String of(Style style) {
        var line = new StringBuilder(style.name() + "  ");
        line.append(TransformationGrammar.canonical(style.transformation()));
        if (!style.formats().isEmpty()) {
            line.append("  formats=")
                    .append(
                            style.formats().stream()
                                    .map(OutputFormat::word)
                                    .sorted()
                                    .collect(Collectors.joining(",")));
        }
        if (style.eager()) {
            line.append("  eager");
        }
        if (!style.prefix().isEmpty()) {
            line.append("  prefix=").append(LogText.of(style.prefix()));
        }
        if (style.version() > 0) {
            line.append("  version=").append(style.version());
        }
        return line.toString();
    }
}

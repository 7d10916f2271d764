package io.imagehandler.transformation;

import static io.imagehandler.transformation.Arguments.ABSENT;
import static io.imagehandler.transformation.Arguments.BARE;

import io.imagehandler.transformation.Output.FormatChoice;
import io.imagehandler.transformation.Output.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// How [Output] is written: a handful of actions, each at most once.
final class OutputGrammar {

    static final Range PERCENT = new Range(1, 100);

    static final Action FORMAT =
            setting(
                    List.of(BARE),
                    (output, given) -> output.withFormat(given.keywordInAnyCase(BARE, formats())));

    static final Action INTERLACE =
            setting(List.of(BARE), (output, given) -> output.withProgressive(given.flag(BARE)));

    static final Action QUALITY =
            setting(List.of("Q", "q"), (output, given) -> output.withQuality(quality(given)));

    /// Metadata is always stripped.
    static final Action STRIP_METADATA =
            setting(
                    List.of(BARE),
                    (output, given) -> {
                        given.integer(BARE, new Range(1, 1), 1);
                        return output;
                    });

    private OutputGrammar() {}

    private static Action setting(
            List<String> parameters, BiFunction<Output, Arguments, Output> reader) {
        return new Action.Setting(
                parameters, (all, given) -> all.with(reader.apply(all.output(), given)));
    }

    private static SortedMap<String, FormatChoice> formats() {
        var formats = new TreeMap<String, FormatChoice>();
        for (OutputFormat format : OutputFormat.values()) {
            formats.put(format.word(), new FormatChoice.Fixed(format));
        }
        formats.put("jpeg", new FormatChoice.Fixed(OutputFormat.JPEG));
        formats.put("auto", new FormatChoice.Negotiated());
        return formats;
    }

    private static Quality quality(Arguments given) {
        int relative = given.integer("q", PERCENT, ABSENT);
        int absolute = given.integer("Q", PERCENT, ABSENT);
        if ((relative | absolute) == ABSENT) {
            throw given.lacks("q or Q");
        }
        return absolute == ABSENT ? new Quality.Relative(relative) : new Quality.Absolute(absolute);
    }

    /// The operations that say it; none for what is asked by saying nothing.
    static List<Spelling> spell(Output output) {
        var spellings = new ArrayList<Spelling>();
        switch (output.format()) {
            case FormatChoice.OfSource() -> {}
            case FormatChoice.Negotiated() -> spellings.add(new Spelling("format", "auto"));
            case FormatChoice.Fixed(OutputFormat format) ->
                    spellings.add(new Spelling("format", format.word()));
        }
        if (output.progressive()) {
            spellings.add(new Spelling("interlace", 1));
        }
        switch (output.quality()) {
            case Quality.Default() -> {}
            case Quality.Absolute(int value) ->
                    spellings.add(new Spelling("quality").with("Q", value));
            case Quality.Relative(int percent) ->
                    spellings.add(new Spelling("quality").with("q", percent));
        }
        return spellings;
    }
}

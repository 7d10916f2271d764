package io.imagehandler.worker.command;

import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.style.Styles;
import io.imagehandler.worker.upkeep.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was typed behind `backfill`.
record BackfillWords(Words words) {

    static final String PREFIX = "--prefix";
    static final String RATE = "--rate";
    static final String DRY_RUN = "--dry-run";
    static final String RESTART = "--restart";

    private static final String STYLE = "--style";
    private static final String ALL = "--all";
    private static final String REMOVED = "--removed";
    private static final String NO_WAIT = "--no-wait";
    private static final double USUAL_RATE = 50;

    private static final Set<String> FLAGS = Set.of(ALL, REMOVED, DRY_RUN, RESTART, NO_WAIT);
    private static final Set<String> VALUED = Set.of(STYLE, PREFIX, RATE);

    /// @throws WrongUsage if it cannot be so
    static BackfillWords parse(List<String> arguments) {
        var asked = new BackfillWords(Words.parse(arguments, FLAGS, VALUED));
        asked.check();
        return asked;
    }

    private void check() {
        if (action().isEmpty()) {
            if (words.has(STYLE) == words.has(ALL)) {
                throw new WrongUsage("Either --style or --all must be given");
            }
            if (words.has(REMOVED) && words.has(ALL)) {
                throw new WrongUsage("--removed needs --style");
            }
            rate();
        } else if (words.plain().size() > 1
                || !words.options().isEmpty()
                || !Set.of("status", "cancel").contains(action())) {
            throw new WrongUsage("'backfill " + String.join(" ", words.plain()) + "' is nothing");
        }
    }

    /// `status`, `cancel`, or nothing.
    String action() {
        return words.plain().isEmpty() ? "" : words.plain().getFirst();
    }

    boolean isDryRun() {
        return words.has(DRY_RUN);
    }

    boolean isAnew() {
        return words.has(RESTART);
    }

    boolean isToWait() {
        return !words.has(NO_WAIT);
    }

    /// Originals a second.
    double rate() {
        return rate(words, USUAL_RATE);
    }

    /// @throws WrongUsage if it is no rate
    static double rate(Words words, double usual) {
        String text = words.value(RATE).orElse(Double.toString(usual));
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0) {
                return rate;
            }
        } catch (NumberFormatException notOne) {
            throw new WrongUsage("'" + text + "' is no rate");
        }
        throw new WrongUsage("'" + text + "' is no rate");
    }

    /// What it is about. A style's own prefix is taken where none is given.
    ///
    /// @throws CommandFailed if there is no such style, or there is although it is said to be gone
    Scope scope(Styles styles) {
        String prefix = words.value(PREFIX).orElse("");
        if (words.has(ALL)) {
            return new Scope(null, prefix);
        }
        String text = words.value(STYLE).orElse("");
        if (!StyleName.isName(text)) {
            throw new WrongUsage("'" + text + "' is no style name");
        }
        var name = new StyleName(text);
        Optional<Style> style = styles.find(name);
        if (style.isPresent() == words.has(REMOVED)) {
            throw new CommandFailed(
                    style.isPresent()
                            ? "The style '%s' is not removed".formatted(name)
                            : "There is no style '%s'; if it was removed, say --removed"
                                    .formatted(name));
        }
        return new Scope(name, words.value(PREFIX).or(() -> style.map(Style::prefix)).orElse(""));
    }
}

package io.imagehandler.worker.command;

import io.imagehandler.worker.upkeep.Halt;
import io.imagehandler.worker.upkeep.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Holds renditions against originals, and has what does not fit made right.
public final class ReconcileCommand implements Command {

    private static final String NAME = "reconcile";
    private static final String DRY_RUN = "--dry-run";
    private static final String LIST = "--list";
    private static final String RESTART = "--restart";
    private static final String PREFIX = "--prefix";
    private static final double USUAL_RATE = 50;

    private final Supplier<Workbench> benches;
    private final Halt halt;

    /// @param benches opens what it works with
    /// @param halt stops it
    public ReconcileCommand(Supplier<Workbench> benches, Halt halt) {
        this.benches = benches;
        this.halt = halt;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "finds and heals what is missing, stale, stray or orphaned";
    }

    @Override
    public String help() {
        return """
        reconcile [option…]    lists originals and renditions side by side, and has the worker look at
                               every key of which something is missing, stale (made of another original,
                               or before its style was changed), stray (of a style that is gone) or
                               orphaned (there is no original)
          --dry-run            says what it finds and changes nothing; ends with 1 if it finds anything
          --list               prints every key that it finds
          --prefix P           only keys that begin with P
          --rate N             has at most so many looked at in a second; left out: 50
          --restart            begins anew even if one was cut off

        Meant to run every night: one call for each thousand objects, and for single ones only where a
        style was changed or an upload came since the last time. Ctrl-C stops it at a good place; whether
        stopped or killed, the next one goes on there. Settings are those of the worker.
        """;
    }

    @Override
    public boolean run(List<String> arguments, PrintStream out) {
        Words words =
                Words.parse(
                        arguments,
                        Set.of(DRY_RUN, LIST, RESTART),
                        Set.of(PREFIX, BackfillWords.RATE));
        if (!words.plain().isEmpty()) {
            throw new WrongUsage("'reconcile " + words.plain().getFirst() + "' is nothing");
        }
        double rate = BackfillWords.rate(words, USUAL_RATE);
        try (var session = Session.open(benches, halt);
                Progress progress = session.progress(NAME, out)) {
            var reconciling = new Reconciling(session, progress, words.has(LIST), out);
            String prefix = words.value(PREFIX).orElse("");
            return words.has(DRY_RUN)
                    ? reconciling.look(prefix)
                    : reconciling.heal(prefix, words.has(RESTART), rate);
        }
    }
}
